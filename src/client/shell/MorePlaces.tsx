import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { createPart, usePart } from '../lib/part.ts'
import classes from './BottomBar.module.css'
import type { Place } from './places.ts'

const openedPart = createPart(async () => (await import('./MorePlacesOpened.tsx')).MorePlacesOpened)

/** Opens the places that the bar has no room for, and says where one is if that is one of them. */
export function MorePlaces({ places }: { places: readonly Place[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const [isWanted, setIsWanted] = useState(false)
  const Opened = usePart(openedPart, isWanted)
  const here = useLocation({ select: ({ pathname }) => pathname })
  const current = places.find(({ to }) => here === to || here.startsWith(`${to}/`))
  const isInSettings = here.startsWith('/settings')
  const open = () => {
    setIsWanted(true)
    setIsOpen(true)
  }
  return (
    <>
      <UnstyledButton
        className={classes.place}
        data-here={current !== undefined || isInSettings || undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={open}
        onPointerEnter={openedPart.warm}
      >
        <IconDots size={22} stroke={1.75} aria-hidden />
        {t('More')}
        {(current || isInSettings) && (
          <VisuallyHidden>
            {t(', you are at {place}', { place: current?.label ?? t('Settings') })}
          </VisuallyHidden>
        )}
      </UnstyledButton>
      {Opened && <Opened isOpen={isOpen} onClose={() => setIsOpen(false)} places={places} />}
    </>
  )
}
