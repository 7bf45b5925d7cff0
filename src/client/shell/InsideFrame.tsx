import type { ReactNode } from 'react'
import type { CurrentOrganization } from '../../server/domain/organization.schema.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { failureCode, failureReason } from '../components/failure-reason.ts'
import { CallClockProvider } from '../features/calls/call-clock.tsx'
import { LiveCallsProvider } from '../features/calls/use-live-calls.tsx'
import { t } from '../i18n/t.ts'
import { IsCallingStoppedProvider } from '../lib/is-calling-stopped.tsx'
import { RightsProvider } from '../lib/rights.tsx'
import { trpc } from '../lib/trpc.ts'
import classes from './AppFrame.module.css'
import { Opening } from './Opening.tsx'

const REFRESH_MS = 5 * 60_000

type InsideFrameProps = { children: (organization: CurrentOrganization) => ReactNode }

/** What every page inside stands on: who one is, what one may do, and how current things are. */
export function InsideFrame({ children }: InsideFrameProps) {
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
      <div className={classes.centered}>
        <FailureNotice
          title={t('Ringback could not be opened')}
          message={failureReason(organization.error)}
          onRetry={() => void organization.refetch()}
          isRetrying={organization.isFetching}
        />
      </div>
    )
  }
  const { timeZone, now, user, rights } = organization.data
  return (
    <CallClockProvider timeZone={timeZone} aheadMs={Date.parse(now) - organization.dataUpdatedAt}>
      <RightsProvider rights={rights} role={user?.role ?? null}>
        <IsCallingStoppedProvider>
          <LiveCallsProvider>{children(organization.data)}</LiveCallsProvider>
        </IsCallingStoppedProvider>
      </RightsProvider>
    </CallClockProvider>
  )
}
