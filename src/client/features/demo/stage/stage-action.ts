import { stageWords } from './stage-words.ts'
import type { Stage } from './use-stage.ts'

/** What the one large button does at this moment. */
export type StageAction = {
  name: 'start' | 'pause' | 'go_on' | 'again' | 'next'
  label: string
  isPending: boolean
  run: () => void
}

/** Null where nothing can be started or stopped, as with a call that is gone. */
export function stageAction(stage: Stage, start: () => void): StageAction | null {
  const { call, scenario, made, isBusy, clock } = stage
  const is = (name: StageAction['name'], label: string, run: () => void, isPending = false) => ({
    name,
    label,
    run,
    isPending,
  })
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
  if (stage.wasGivenBack) return is('again', stageWords.startAgain, stage.startAgain, isBusy)
  const isMissed = call.status === 'missed'
  return isMissed && call.attemptCount < (scenario?.acts.length ?? 1)
    ? is('again', stageWords.tryAgain, stage.startAgain, isBusy)
    : is('next', stageWords.nextCall, made.leave)
}
