import type { CallDetail } from '../../../server/domain/call.schema.ts'
import type { CallStatus } from '../../../server/domain/call-status.ts'

export type DemoStepKey = 'created' | 'placing' | 'ringing' | 'conversation' | 'ended' | 'feedback'

export type DemoStep = {
  key: DemoStepKey
  state: 'done' | 'current' | 'waiting' | 'skipped'
  /** An instant on the wire; null before the step, and for the moment in which it is not known yet. */
  at: string | null
}

/** How far a status lies along the steps; a call that waits to be tried again is at its end. */
const reached: Record<CallStatus, number> = {
  ready: 0,
  placing: 1,
  ringing: 2,
  in_progress: 3,
  completed: 4,
  missed: 4,
  failed: 4,
  unknown: 4,
  canceled: 4,
}

type DemoCall = Pick<
  CallDetail,
  'status' | 'createdAt' | 'startTime' | 'endTime' | 'npsScore' | 'feedbackSummary' | 'attempts'
>

/** The life of a demo call so far, by its last attempt. */
export function demoSteps(call: DemoCall): DemoStep[] {
  const attempt = call.attempts.at(-1)
  const position = reached[call.status]
  const isOver = position === 4
  // Rows arrive before the attempts that belong to them: a completed call was certainly answered.
  const wasAnswered = call.status === 'completed' || Boolean(attempt?.answeredAt)
  const wasPlaced = Boolean(call.startTime ?? attempt)
  const hasFeedback = call.npsScore !== null || call.feedbackSummary !== null

  const passed = (key: DemoStepKey, index: number, at: string | null | undefined): DemoStep => {
    if (position === index) return { key, state: 'current', at: at ?? null }
    return position > index
      ? { key, state: 'done', at: at ?? null }
      : { key, state: 'waiting', at: null }
  }
  const unlessSkipped = (happened: boolean, step: DemoStep): DemoStep =>
    isOver && !happened ? { key: step.key, state: 'skipped', at: null } : step

  return [
    { key: 'created', state: 'done', at: call.createdAt },
    unlessSkipped(wasPlaced, passed('placing', 1, attempt?.requestedAt ?? call.startTime)),
    unlessSkipped(
      wasAnswered || Boolean(attempt?.ringingAt),
      passed('ringing', 2, attempt?.ringingAt),
    ),
    unlessSkipped(wasAnswered, passed('conversation', 3, attempt?.answeredAt)),
    { key: 'ended', state: isOver ? 'done' : 'waiting', at: isOver ? call.endTime : null },
    unlessSkipped(hasFeedback, {
      key: 'feedback',
      state: isOver ? 'done' : 'waiting',
      at: isOver ? call.endTime : null,
    }),
  ]
}
