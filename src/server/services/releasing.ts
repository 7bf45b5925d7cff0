import type { Temporal } from 'temporal-polyfill'
import type { CallToJudge } from '../domain/gate.ts'
import { type ReplanEvent, replanCall, wishOf } from '../domain/replan-call.ts'
import type { CallingQuestion } from './read-calling-questions.ts'

/** Within how many seconds the dispatcher looks again at every call that is held. */
export const releasedWithinSec = 30

/**
 * What looking again at a held call does: as a new plan would have it, so that what a plan holds
 * is not let go behind its back. Null where it stays held for the same reason.
 */
export function eventOfHeldCall(
  { call, toJudge, facts }: CallingQuestion,
  now: Temporal.Instant,
): ReplanEvent | null {
  const { notBefore, heldReason, endTime } = call
  const judged = { ...toJudge, notBefore, heldReason, endTime }
  return replanCall({ call: judged, facts, now })
}

/**
 * The call as it is to be judged. One that is held is judged by the instant from which the next look
 * would let it go: when it had been planned for says nothing any more.
 */
export function asJudged({ call, toJudge, facts }: CallingQuestion): CallToJudge {
  const { heldReason, dueAt, notBefore, endTime } = call
  if (heldReason === null || dueAt === null) return toJudge
  return { ...toJudge, dueAt: wishOf({ ...toJudge, dueAt, notBefore, endTime }, facts) }
}
