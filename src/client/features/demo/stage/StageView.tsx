import { Loader } from '@mantine/core'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { onAnyNetwork } from '../any-network.ts'
import { StageFloor } from './StageFloor.tsx'
import classes from './StageView.module.css'

/** The demo for a hall: one call, told step by step, and what it changes, on a whole screen. */
export function StageView() {
  const scenarios = trpc.stage.scenarios.useQuery(undefined, {
    ...onAnyNetwork,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (scenarios.data) return <StageFloor scenarios={scenarios.data} />
  return (
    <div className={classes.opening}>
      {scenarios.isError ? (
        <FailureNotice
          title={t('The stage could not be opened')}
          message={failureReason(scenarios.error)}
          onRetry={() => void scenarios.refetch()}
          isRetrying={scenarios.isFetching}
        />
      ) : (
        <Loader aria-label={t('Opening the stage')} />
      )}
    </div>
  )
}
