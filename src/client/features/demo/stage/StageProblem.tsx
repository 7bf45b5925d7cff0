import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import { failureReason } from '../../../components/failure-reason.ts'
import { ToneNotice } from '../../../components/ToneNotice.tsx'
import { t } from '../../../i18n/t.ts'
import { liveWords, stageWords } from './stage-words.ts'
import type { Stage } from './use-stage.ts'

/** What did not work, with the way on. */
export function StageProblem({ stage }: { stage: Stage }) {
  const { made, turns } = stage
  if (made.isAway || turns.isAway) {
    return (
      <ToneNotice role="status" tone="missed" icon={IconPlugConnectedX}>
        {stageWords.away}
      </ToneNotice>
    )
  }
  const problem =
    (made.initiate.error && {
      title: stageWords.notStarted,
      error: made.initiate.error,
      retry: stage.startAgain,
    }) ||
    (made.advance.error && {
      title: stageWords.notGone,
      error: made.advance.error,
      retry: stage.goOn,
    }) ||
    (turns.error && {
      title: liveWords.notTaken,
      error: turns.error,
      retry: turns.tryAgain,
    }) ||
    (made.remove.error && {
      title: stageWords.notReset,
      error: made.remove.error,
      retry: stage.reset,
    })
  if (!problem) return null
  return (
    <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title={problem.title}>
      {failureReason(problem.error)}
      <Button size="compact-sm" variant="default" ml="sm" onClick={problem.retry}>
        {t('Try again')}
      </Button>
    </ToneNotice>
  )
}
