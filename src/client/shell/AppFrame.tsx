import { Anchor, Loader } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { CurrentOrganization } from '../../server/domain/organization.schema.ts'
import { useIsNarrow } from '../features/calls/use-is-narrow.ts'
import { TourPlace } from '../features/first-steps/tour/TourPlace.tsx'
import { ImportDropZone } from '../features/import/ImportDropZone.tsx'
import { t } from '../i18n/t.ts'
import { CommandsProvider } from '../lib/commands.tsx'
import { useWarmParts } from '../lib/part.ts'
import classes from './AppFrame.module.css'
import barClasses from './BottomBar.module.css'
import { CaseNews } from './CaseNews.tsx'
import { ImportFromAddress } from './ImportFromAddress.tsx'
import { InsideFrame } from './InsideFrame.tsx'
import { Keyboard } from './Keyboard.tsx'
import { PauseNotice } from './PauseNotice.tsx'
import { TopBar } from './TopBar.tsx'
import { useKeptScroll } from './use-kept-scroll.ts'

const BottomBar = lazy(async () => ({ default: (await import('./BottomBar.tsx')).BottomBar }))

/** The page around every route but the stage, and where a file may be dropped. */
export function AppFrame() {
  useWarmParts()
  return <InsideFrame>{(organization) => <Shell organization={organization} />}</InsideFrame>
}

function Shell({ organization }: { organization: CurrentOrganization }) {
  const { rights, user } = organization
  const isNarrow = useIsNarrow()
  const content = useKeptScroll<HTMLElement>()
  return (
    <CommandsProvider>
      <ImportDropZone isOff={!rights.includes('visits.write')}>
        <div className={classes.frame}>
          <Anchor href="#content" className={classes.skip}>
            {t('Skip to content')}
          </Anchor>
          <TopBar organization={organization} />
          <PauseNotice />
          {rights.includes('visits.read') && <CaseNews userId={user?.id ?? null} />}
          <main id="content" ref={content} className={classes.content} tabIndex={-1}>
            <Suspense
              fallback={
                <div className={classes.centered}>
                  <Loader aria-label={t('Loading')} />
                </div>
              }
            >
              <Outlet />
            </Suspense>
          </main>
          {isNarrow && (
            <div className={barClasses.room}>
              <Suspense fallback={null}>
                <BottomBar />
              </Suspense>
            </div>
          )}
        </div>
      </ImportDropZone>
      {rights.includes('visits.write') && <ImportFromAddress />}
      <Keyboard />
      <TourPlace />
    </CommandsProvider>
  )
}
