import { Temporal } from 'temporal-polyfill'
import { type CallingCalendar, nextAllowedInstant, nextOpening } from './calling-window.ts'
import { laterOf } from './later-of.ts'
import { describeInstant, describeMinutes } from './local-time.ts'

/** When a visit's call is first to be placed and when it is too late for it, or why there is none. */
export type FirstCall =
  | {
      isPlanned: true
      dueAt: Temporal.Instant
      /** The visit's end: delay and windows are the schedule's, and may change. */
      notBefore: Temporal.Instant
      expiresAt: Temporal.Instant
      reason: string
    }
  | { isPlanned: false; reason: string }

export type VisitToCall = {
  completedAt: Temporal.Instant | null
  calendar: CallingCalendar
  /** Every zone the customer may be in; empty when unknown. */
  customerZones: readonly string[]
  now: Temporal.Instant
  /** Until when a call that asked about the visit would have lived, where that is longer. */
  keptUntil?: Temporal.Instant | null
}

/**
 * The call of a visit is due once the schedule's delay is over, at the first instant that windows,
 * dates and the customer's quiet hours allow. Where the customer's zones are unknown only the
 * schedule's own windows count; the call will then be held until a zone is set.
 */
export function planFirstCall(input: VisitToCall): FirstCall {
  const { completedAt, calendar, now } = input
  const { expireAfterHours, timeZone } = calendar.config
  if (completedAt === null) return { isPlanned: false, reason: 'The visit is not completed yet.' }
  const expiresAt = laterOf(completedAt.add({ hours: expireAfterHours }), input.keptUntil ?? null)
  if (Temporal.Instant.compare(expiresAt, now) <= 0) {
    const limit = describeMinutes(expireAfterHours * 60)
    return { isPlanned: false, reason: `The visit ended more than ${limit} ago.` }
  }
  const dueAt = firstDueAt(input)
  if (dueAt === null || Temporal.Instant.compare(dueAt, expiresAt) >= 0) {
    const end = describeInstant(expiresAt, timeZone, now)
    return { isPlanned: false, reason: `No calling window opens before the call expires ${end}.` }
  }
  return {
    isPlanned: true,
    dueAt,
    notBefore: completedAt,
    expiresAt,
    reason: `The call is due ${describeInstant(dueAt, timeZone, now)}.`,
  }
}

/** When a call of the visit is due however old the visit is; null where no window opens any more. */
export function firstDueAt({
  completedAt,
  calendar,
  customerZones,
  now,
}: VisitToCall): Temporal.Instant | null {
  const delayOver = completedAt?.add({ minutes: calendar.config.delayAfterServiceMinutes })
  const from = delayOver && Temporal.Instant.compare(delayOver, now) > 0 ? delayOver : now
  return customerZones.length === 0
    ? nextOpening(calendar, from)
    : nextAllowedInstant({ calendar, customerZones, from })
}
