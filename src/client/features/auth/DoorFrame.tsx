import { Loader, Text } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { ColorSchemeSwitch } from '../../components/ColorSchemeSwitch.tsx'
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx'
import { Logo } from '../../components/Logo.tsx'
import { t } from '../../i18n/t.ts'
import classes from './DoorFrame.module.css'

/** What stands around the doors: sign-in, set-up and invitations. */
export function DoorFrame() {
  return (
    <div className={classes.frame}>
      <header className={classes.scheme}>
        <LanguageSwitch />
        <ColorSchemeSwitch />
      </header>
      <main className={classes.content}>
        <div className={classes.brand}>
          <Logo size={40} />
          <div>
            <Text fw={700} fz="xl" lh={1.2}>
              Ringback
            </Text>
            <Text size="sm" c="dimmed">
              {t('Feedback calls after a car service')}
            </Text>
          </div>
        </div>
        <Suspense fallback={<Loader aria-label={t('Loading')} />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
