import { Temporal } from 'temporal-polyfill'
import { firstInstant, HORIZON_DAYS } from './calling-window.ts'
import type { CallingFacts, CallToJudge, Gate, GateName, Question } from './gate.ts'
import {
  judgeAttemptsLeft,
  judgeCallStatus,
  judgeCampaign,
  judgeDelayAfterService,
  judgeDue,
  judgeExpiry,
} from './gates-of-call.ts'
import {
  judgeActiveCalls,
  judgeAutoPaused,
  judgeCallsPerMinute,
  judgeDoNotCall,
  judgePaused,
  judgeRecentCall,
} from './gates-of-limits.ts'
import {
  judgeBlockedDate,
  judgeCallingWindow,
  judgeCustomerTimeZone,
  judgeQuietHours,
} from './gates-of-time.ts'
import { mayGoOutsideWindows } from './outside-windows.ts'

export type Eligibility = {
  /** True exactly when every gate passes. */
  eligible: boolean
  /** Every gate, open or closed, in the order of `GATE_NAMES`. */
  gates: Gate[]
  /**
   * The first instant, from now on, at which the call may be placed if nothing else changes; null
   * when a closed gate does not open by itself, or the call or its campaign ends before.
   */
  nextEligibleAt: Temporal.Instant | null
}

/**
 * May this call be placed now, and if not, why not and when? The dispatcher, the answer to "why
 * not now?" and the preview of a schedule all ask here, so they cannot disagree.
 *
 * A demo call runs on the simulator when a presenter asks for it. It is not asked about due time,
 * delay, windows, dates, the customer's zone, quiet hours and recent calls; pause, campaign, status,
 * attempts, expiry, do-not-call and the limits hold for it as for any other.
 */
export function eligibility(
  call: CallToJudge,
  facts: CallingFacts,
  now: Temporal.Instant,
): Eligibility {
  const question: Question = { call, facts, now }
  const gates = [
    judgePaused(question),
    judgeAutoPaused(question),
    judgeCampaign(question),
    judgeCallStatus(question),
    judgeAttemptsLeft(question),
    judgeDoNotCall(question),
    judgeCustomerTimeZone(question),
    judgeDue(question),
    judgeDelayAfterService(question),
    judgeExpiry(question),
    judgeCallingWindow(question),
    judgeBlockedDate(question),
    judgeQuietHours(question),
    judgeRecentCall(question),
    judgeActiveCalls(question),
    judgeCallsPerMinute(question),
  ]
  const eligible = gates.every(({ pass }) => pass)
  return { eligible, gates, nextEligibleAt: eligible ? now : findNextEligible(question, gates) }
}

/** These open and close again and again; every other gate with an `until` stays open after it. */
const RECURRING_GATES: ReadonlySet<GateName> = new Set([
  'calling_window',
  'blocked_date',
  'quiet_hours',
])

function findNextEligible(question: Question, gates: Gate[]): Temporal.Instant | null {
  const { call, now } = question
  let from = now
  for (const { name, pass, until } of gates) {
    if (pass) continue
    if (!until) return null
    if (!RECURRING_GATES.has(name) && Temporal.Instant.compare(until, from) > 0) from = until
  }
  const next = firstOpenInstant(question, from)
  if (!next) return null
  const ends = [call.expiresAt, call.campaign?.endsAt]
  return ends.some((end) => end && Temporal.Instant.compare(end, next) <= 0) ? null : next
}

function firstOpenInstant({ call, facts }: Question, from: Temporal.Instant) {
  if (call.isDemo) return from
  const { calendar, customerZones } = facts
  if (mayGoOutsideWindows(call, from)) {
    const early = firstInstant(calendar.awake(customerZones), from, HORIZON_DAYS)
    if (early && mayGoOutsideWindows(call, early)) return early
  }
  return firstInstant(calendar.allowed(customerZones), from, HORIZON_DAYS)
}
