import { Title } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { t } from '../i18n/t.ts'
import { useRights } from '../lib/rights.tsx'
import pageClasses from './Page.module.css'
import classes from './SettingsFrame.module.css'
import { settingsPlaces } from './settings-places.ts'

/** The settings, with a way to each of their pages. */
export function SettingsFrame() {
  const rights = useRights()
  return (
    <div className={pageClasses.page}>
      <Title order={1} mb="md">
        {t('Settings')}
      </Title>
      <div className={classes.columns}>
        <nav className={classes.nav} aria-label={t('Settings')}>
          {settingsPlaces
            .filter(({ right }) => rights.has(right))
            .map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                className={classes.place}
                activeOptions={{ includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {label}
              </Link>
            ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </div>
  )
}
