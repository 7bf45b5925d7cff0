import { Drawer } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useIsOnTop } from '../components/use-is-on-top.ts'
import { useOpenedOnceDrawn } from '../components/use-opened-once-drawn.ts'
import { t } from '../i18n/t.ts'
import classes from './BottomBar.module.css'
import { placeIcons } from './place-icons.ts'
import type { Place } from './places.ts'

type MorePlacesOpenedProps = {
  isOpen: boolean
  onClose: () => void
  places: readonly Place[]
}

export function MorePlacesOpened({ isOpen, onClose, places }: MorePlacesOpenedProps) {
  const isOpened = useOpenedOnceDrawn(isOpen)
  const isOnTop = useIsOnTop(isOpened)
  return (
    <Drawer
      opened={isOpened}
      onClose={onClose}
      closeOnEscape={isOnTop}
      position="bottom"
      // As high as its places, from the bottom up.
      styles={{ content: { flex: '1', height: 'auto', alignSelf: 'flex-end' } }}
      title={t('More places')}
      radius="lg"
    >
      <nav aria-label={t('More places')}>
        <ul className={classes.more}>
          {places.map(({ to, label }) => {
            const Icon = placeIcons[to]
            return (
              <li key={to}>
                <Link
                  to={to}
                  className={classes.further}
                  activeOptions={{ includeSearch: false }}
                  activeProps={{ 'aria-current': 'page' }}
                  onClick={onClose}
                >
                  <Icon size={20} stroke={1.75} aria-hidden />
                  {label}
                </Link>
              </li>
            )
          })}
          <li>
            <Link
              to="/settings/account"
              className={classes.further}
              activeOptions={{ includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={onClose}
            >
              <IconSettings size={20} stroke={1.75} aria-hidden />
              {t('Settings')}
            </Link>
          </li>
        </ul>
      </nav>
    </Drawer>
  )
}
