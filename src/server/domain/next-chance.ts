import { isWaiting } from './call-status.ts'
import { type CallingCalendar, HORIZON_DAYS } from './calling-window.ts'
import type { CallToJudge, GateName, Moment } from './gate.ts'
import { hasNoRetry } from './retry-delay.ts'
import type { ScheduleConfig } from './schedule-config.schema.ts'
import type { SpanFinder } from './span-finder.ts'
import { MS_PER_DAY, MS_PER_MINUTE } from './zone-clock.ts'

/** One waiting call as a virtual run of the queue sees it. Instants in `Ms` are epoch milliseconds. */
export type QueuedCall = {
  id: string
  phoneNumber: string
  call: CallToJudge<Moment>
  campaignId: string | null
  /** Of a sample visit among real ones; no call asks about both kinds together. */
  isInvented: boolean
  /** When it is planned, as its plan stands now. */
  dueMs: number
  customerZones: readonly string[]
  isOnDoNotCall: boolean
  /** When another call was last placed to this number. */
  lastPlacedToNumberMs: number | null
}

/** When a call may be placed, leaving aside whether a line is free. */
export type Chance =
  | { kind: 'at'; atMs: number }
  /** It expires, or its campaign ends, before a gate opens. */
  | { kind: 'expires' }
  /** A gate that no passing of time opens; a person has to act. */
  | { kind: 'held'; because: GateName }

/** What decides when one call may be placed under one schedule, worked out once for many questions. */
export type ChanceTerms = {
  config: ScheduleConfig
  /** The gate that stays closed however long one waits. */
  stuck: GateName | null
  earliestMs: number
  /** The first instant at which it is not placed any more. */
  endMs: number
  /** Until then it may be placed outside the windows. */
  leaveMs: number
  allowed: SpanFinder
  /** When it is quiet in none of its zones; null without leave to be placed outside the windows. */
  awake: SpanFinder | null
}

/** What `nextChance` asks about a call that is not placed before `wishedMs`. */
export function chanceTerms(
  queued: QueuedCall,
  calendar: CallingCalendar,
  wishedMs: number,
): ChanceTerms {
  const { call, customerZones } = queued
  const { config } = calendar
  const { campaign, serviceCompletedAt, outsideWindowsUntil: leave } = call
  let earliestMs = wishedMs
  if (serviceCompletedAt !== null) {
    const delayMs = config.delayAfterServiceMinutes * MS_PER_MINUTE
    earliestMs = Math.max(earliestMs, serviceCompletedAt.epochMilliseconds + delayMs)
  }
  if (campaign?.startsAt) earliestMs = Math.max(earliestMs, campaign.startsAt.epochMilliseconds)
  return {
    config,
    stuck: findStuckGate(queued, calendar),
    earliestMs,
    endMs: Math.min(
      call.expiresAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      campaign?.endsAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    ),
    leaveMs: leave?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    allowed: calendar.allowed(customerZones),
    awake: leave ? calendar.awake(customerZones) : null,
  }
}

/**
 * Answers the same as `eligibility` with idle lines, a simulator and no pause, for hundreds of
 * thousands of questions: without an instant, a gate or a reason made for each. `lastPlacedMs` is
 * when another call was last placed to the number.
 */
export function nextChance(terms: ChanceTerms, nowMs: number, lastPlacedMs: number | null): Chance {
  const { config, stuck, endMs } = terms
  if (nowMs >= endMs) return expires
  if (stuck !== null) return { kind: 'held', because: stuck }
  const restMs = config.minDaysBetweenCalls * MS_PER_DAY
  const freeMs = lastPlacedMs === null ? nowMs : lastPlacedMs + restMs
  const atMs = openAt(terms, Math.max(nowMs, terms.earliestMs, freeMs))
  if (atMs === null) return { kind: 'held', because: 'calling_window' }
  return atMs < endMs ? { kind: 'at', atMs } : expires
}

const expires: Chance = { kind: 'expires' }

function openAt({ allowed, awake, leaveMs }: ChanceTerms, fromMs: number): number | null {
  const toMs = fromMs + HORIZON_DAYS * MS_PER_DAY
  if (awake !== null && fromMs < leaveMs) {
    const early = awake.next(fromMs, toMs)
    if (early && early[0] < leaveMs) return Math.max(fromMs, early[0])
  }
  const span = allowed.next(fromMs, toMs)
  return span && Math.max(fromMs, span[0])
}

function findStuckGate(queued: QueuedCall, { config }: CallingCalendar): GateName | null {
  const { call } = queued
  if (!isWaiting(call.status) || call.dueAt === null) return 'call_status'
  if (call.attemptCount >= config.maxAttempts && !call.isAskedFor) return 'attempts_left'
  if (hasNoRetry(call, config)) return 'attempts_left'
  if (queued.isOnDoNotCall) return 'do_not_call'
  if (call.campaign?.isPaused) return 'campaign'
  return queued.customerZones.length === 0 ? 'customer_time_zone' : null
}
