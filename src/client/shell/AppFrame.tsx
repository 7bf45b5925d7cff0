import { Anchor, Loader } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { failureCode, failureReason } from '../components/failure-reason.ts'
import { CallClockProvider } from '../features/calls/call-clock.tsx'
import { LiveCallsProvider } from '../features/calls/use-live-calls.tsx'
import { ImportDropZone } from '../features/import/ImportDropZone.tsx'
import { CommandsProvider } from '../lib/commands.tsx'
import { IsCallingStoppedProvider } from '../lib/is-calling-stopped.tsx'
import { useWarmParts } from '../lib/part.ts'
import { RightsProvider } from '../lib/rights.tsx'
import { trpc } from '../lib/trpc.ts'
import classes from './AppFrame.module.css'
import { ImportFromAddress } from './ImportFromAddress.tsx'
import { Keyboard } from './Keyboard.tsx'
import { Opening } from './Opening.tsx'
import { PauseNotice } from './PauseNotice.tsx'
import { TopBar } from './TopBar.tsx'

const REFRESH_MS = 5 * 60_000

/** The page around every route: who one is, how current things are, and where a file may be dropped. */
export function AppFrame() {
  useWarmParts()
  const organization = trpc.organization.current.useQuery(undefined, {
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
  })
  // Whom the server knows no longer is on the way to the sign-in page.
  if (organization.isPending || failureCode(organization.error) === 'UNAUTHORIZED') {
    return <Opening />
  }
  if (!organization.data) {
    return (
      <Centered>
        <FailureNotice
          title="Ringback could not be opened"
          message={failureReason(organization.error)}
          onRetry={() => void organization.refetch()}
          isRetrying={organization.isFetching}
        />
      </Centered>
    )
  }
  const { timeZone, now, user, rights } = organization.data
  return (
    <CallClockProvider timeZone={timeZone} aheadMs={Date.parse(now) - organization.dataUpdatedAt}>
      <RightsProvider rights={rights} role={user?.role ?? null}>
        <IsCallingStoppedProvider>
          <LiveCallsProvider>
            <CommandsProvider>
              <ImportDropZone isOff={!rights.includes('visits.write')}>
                <div className={classes.frame}>
                  <Anchor href="#content" className={classes.skip}>
                    Skip to content
                  </Anchor>
                  <TopBar organization={organization.data} />
                  <PauseNotice />
                  <main id="content" className={classes.content} tabIndex={-1}>
                    <Suspense fallback={<Centered>{<Loader aria-label="Loading" />}</Centered>}>
                      <Outlet />
                    </Suspense>
                  </main>
                </div>
              </ImportDropZone>
              {rights.includes('visits.write') && <ImportFromAddress />}
              <Keyboard />
            </CommandsProvider>
          </LiveCallsProvider>
        </IsCallingStoppedProvider>
      </RightsProvider>
    </CallClockProvider>
  )
}

function Centered({ children }: { children: React.ReactNode }) {
  return <div className={classes.centered}>{children}</div>
}
