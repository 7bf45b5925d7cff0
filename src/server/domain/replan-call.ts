import { Temporal } from 'temporal-polyfill'
import type { CallEvent } from './call-status.ts'
import { decideClaim, idleLines } from './claim-decision.ts'
import type { CallingFacts, CallToJudge } from './gate.ts'
import { wishedMs } from './retry-delay.ts'

/** What a new plan may do to a waiting call. */
export type ReplanEvent = Extract<
  CallEvent,
  { type: 'replanned' | 'held' | 'released' | 'expired' | 'opted_out' }
>

/** A waiting call with what its plan goes by. */
type PlannedCall = CallToJudge & {
  notBefore: Temporal.Instant | null
  /** When the last attempt ended. */
  endTime: Temporal.Instant | null
}

/** The instant from which a waiting call is wanted, by the schedule of `facts`. */
export function wishOf(
  call: PlannedCall & { dueAt: Temporal.Instant },
  { calendar }: Pick<CallingFacts, 'calendar'>,
): Temporal.Instant {
  const times = {
    endedMs: call.endTime?.epochMilliseconds ?? null,
    notBeforeMs: (call.notBefore ?? call.dueAt).epochMilliseconds,
  }
  return Temporal.Instant.fromEpochMilliseconds(wishedMs(call, times, calendar.config))
}

/**
 * Plans a waiting call anew from the earliest instant that was wished for, as if it had been put
 * off by the schedule of `facts` all along; null where it stays as it is. Full lines and a pause
 * move nothing: they end without a new plan.
 */
export function replanCall(input: {
  call: PlannedCall & { heldReason: string | null }
  facts: CallingFacts
  now: Temporal.Instant
}): ReplanEvent | null {
  const { call, facts, now } = input
  const { dueAt, heldReason } = call
  if (dueAt === null) return null
  const wished = wishOf({ ...call, dueAt }, facts)
  const decision = decideClaim({
    call: { ...call, dueAt: wished },
    facts: withoutWaiting(facts),
    now,
  })
  const moveTo = (to: Temporal.Instant): ReplanEvent | null => {
    const isWishNew = wished.epochMilliseconds !== (call.notBefore ?? dueAt).epochMilliseconds
    const wish = isWishNew ? { wishedAt: wished } : {}
    if (!to.equals(dueAt)) return { type: 'replanned', dueAt: to, ...wish }
    return heldReason === null ? null : { type: 'released' }
  }
  switch (decision.kind) {
    case 'claim':
      return moveTo(Temporal.Instant.compare(dueAt, now) <= 0 ? dueAt : now)
    case 'wait':
      return null
    case 'settle':
      switch (decision.event.type) {
        case 'deferred':
          return moveTo(decision.event.dueAt)
        case 'held':
          return decision.event.reason === heldReason ? null : decision.event
        default:
          return decision.event
      }
  }
}

function withoutWaiting(facts: CallingFacts): CallingFacts {
  const { calendar } = facts
  return {
    ...facts,
    calendar: { ...calendar, config: { ...calendar.config, paused: false } },
    autoPausedAt: null,
    ...idleLines,
  }
}
