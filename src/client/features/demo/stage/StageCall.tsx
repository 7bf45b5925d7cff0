import { Loader } from '@mantine/core'
import { IconAlertTriangle, IconVolumeOff } from '@tabler/icons-react'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { PhoneNumber } from '../../../components/PhoneNumber.tsx'
import { StatusBadge } from '../../../components/StatusBadge.tsx'
import { ToneNotice } from '../../../components/ToneNotice.tsx'
import { t } from '../../../i18n/t.ts'
import { WaitingNote } from '../WaitingNote.tsx'
import { GuestControls } from './GuestControls.tsx'
import { StageProblem } from './StageProblem.tsx'
import { StageResult } from './StageResult.tsx'
import { StageTalk } from './StageTalk.tsx'
import classes from './StageView.module.css'
import { isToGoOn, otherAction } from './stage-action.ts'
import { stageWords } from './stage-words.ts'
import type { Stage } from './use-stage.ts'

/** The call that is on: who is called, where it stands, and all that is said. */
export function StageCall({ stage }: { stage: Stage }) {
  const { call, made, isGone } = stage
  if (isGone) {
    return (
      <ToneNotice role="status" tone="quiet" icon={IconAlertTriangle}>
        {stageWords.gone}
      </ToneNotice>
    )
  }
  if (call === null) {
    return made.call.isError ? (
      <FailureNotice
        title={stageWords.notGone}
        message={failureReason(made.call.error)}
        onRetry={() => void made.call.refetch()}
        isRetrying={made.call.isFetching}
      />
    ) : (
      <Loader aria-label={t('Loading the call')} m="auto" />
    )
  }
  const isEnded = !stage.isUnderWay && call.status !== 'ready'
  return (
    <div className={classes.running}>
      <div className={classes.who}>
        <div className={classes.names}>
          <h2 className={classes.customer}>{call.customerName}</h2>
          <p className={classes.dimmed}>
            <PhoneNumber value={call.phoneNumber} /> · {stageWords.neverDialled}
          </p>
        </div>
        <div role="status" className={classes.status} data-status={call.status}>
          <StatusBadge status={call.status} />
        </div>
      </div>
      <StageTalk stage={stage} />
      {call.status === 'ready' && call.dueAt !== null && !made.remove.isPending && (
        <WaitingNote callId={call.id} />
      )}
      {stage.isGuestTalk && stage.turns.turn && <GuestControls stage={stage} />}
      {isEnded && <StageResult call={call} whatNext={whatNext(stage)} other={otherAction(stage)} />}
      <StageProblem stage={stage} />
      {stage.isSoundMissing && stage.isUnderWay && !stage.isMuted && (
        <ToneNotice tone="quiet" icon={IconVolumeOff}>
          {stageWords.noSound}
        </ToneNotice>
      )}
    </div>
  )
}

function whatNext(stage: Stage): string | null {
  if (stage.wasGivenBack) return stageWords.givenBackNext
  return isToGoOn(stage) ? stageWords.missedNext : null
}
