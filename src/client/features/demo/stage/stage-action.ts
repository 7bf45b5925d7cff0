import { stageWords } from './stage-words.ts'
import type { Stage } from './use-stage.ts'

/** What the one large button does at this moment. */
export type StageAction = {
  name: 'start' | 'pause' | 'go_on' | 'again' | 'next'
  label: string
  isPending: boolean
  run: () => void
}

const is = (
  name: StageAction['name'],
  label: string,
  run: () => void,
  isPending = false,
): StageAction => ({ name, label, run, isPending })

/** Null where nothing can be started or stopped, as with a call that is gone. */
export function stageAction(stage: Stage, start: () => void): StageAction | null {
  const { call, made, isBusy, clock } = stage
  if (made.kept.callId === null) return is('start', stageWords.start, start, isBusy)
  if (call === null) return null
  if (stage.isUnderWay) {
    return clock.isPlaying
      ? is('pause', stageWords.pause, () => stage.play(false))
      : is('go_on', stageWords.goOn, () => stage.play(true))
  }
  if (call.status === 'ready') {
    const isQueued = call.dueAt !== null
    const label = isQueued ? stageWords.waiting : stageWords.start
    return is('start', label, stage.startAgain, isBusy || isQueued)
  }
  return isToGoOn(stage) ? again(stage) : next(stage)
}

/** What a missed call is offered besides: it can always be begun again, and always be left. */
export function otherAction(stage: Stage): StageAction | null {
  if (stage.call?.status !== 'missed') return null
  return isToGoOn(stage) ? next(stage) : again(stage)
}

/** Whether the scenario has not come to its end with this call. */
export const isToGoOn = ({ call, scenario, wasGivenBack }: Stage) =>
  wasGivenBack || (call?.status === 'missed' && call.attemptCount < (scenario?.acts.length ?? 1))

const next = ({ made }: Stage) => is('next', stageWords.nextCall, made.leave)

const again = ({ wasGivenBack, scenario, startAgain, isBusy }: Stage) => {
  const isNextAct = !wasGivenBack && scenario?.kind !== 'live'
  return is('again', isNextAct ? stageWords.tryAgain : stageWords.startAgain, startAgain, isBusy)
}
