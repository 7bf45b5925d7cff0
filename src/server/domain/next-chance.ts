import { isWaiting } from './call-status.ts'
import { type CallingCalendar, HORIZON_DAYS } from './calling-window.ts'
import type { CallToJudge, GateName, Moment } from './gate.ts'
import { hasNoRetry } from './retry-delay.ts'
import { MS_PER_DAY, MS_PER_MINUTE } from './zone-clock.ts'

/** One call as a virtual run of the queue sees it. Instants in `Ms` are epoch milliseconds. */
export type CallToRun = {
  id: string
  phoneNumber: string
  call: CallToJudge<Moment>
  campaignId: string | null
  /** Of a sample visit among real ones, whom no call asks about together. */
  isInvented: boolean
  /** When it is planned, which a new plan may have moved away from `call.dueAt`. */
  dueMs: number
  /** Before when it is not placed though it is due; `dueMs` where nothing else is said. */
  wishedMs?: number
  calendar: CallingCalendar
  customerZones: readonly string[]
  isOnDoNotCall: boolean
  /** When another call was last placed to this number. */
  lastPlacedToNumberMs: number | null
}

/** When a call may be placed as far as it is not the lines that it waits for. */
export type Chance =
  | { kind: 'at'; atMs: number }
  /** It expires, or its campaign ends, before a gate opens. */
  | { kind: 'expires' }
  /** A gate that no passing of time opens; a person has to act. */
  | { kind: 'held'; because: GateName }

/**
 * Answers the same as `eligibility` with idle lines and no pause, for hundreds of thousands of
 * questions: without an instant, a gate or a reason made for each.
 */
export function createChanceFinder(run: CallToRun, wishedMs: number) {
  const { call, calendar, customerZones } = run
  const { config } = calendar
  const stuck = findStuckGate(run)
  const { campaign, serviceCompletedAt } = call
  const serviceMs = serviceCompletedAt?.epochMilliseconds
  const earliestMs = Math.max(
    wishedMs,
    serviceMs === undefined
      ? wishedMs
      : serviceMs + config.delayAfterServiceMinutes * MS_PER_MINUTE,
    campaign?.startsAt?.epochMilliseconds ?? wishedMs,
  )
  const endMs = Math.min(
    call.expiresAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    campaign?.endsAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  )
  const leaveMs = call.outsideWindowsUntil?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
  const openAt = (fromMs: number): number | null => {
    const toMs = fromMs + HORIZON_DAYS * MS_PER_DAY
    if (fromMs < leaveMs) {
      const early = calendar.awake(customerZones).next(fromMs, toMs)
      if (early && early[0] < leaveMs) return Math.max(fromMs, early[0])
    }
    const span = calendar.allowed(customerZones).next(fromMs, toMs)
    return span && Math.max(fromMs, span[0])
  }
  const restMs = config.minDaysBetweenCalls * MS_PER_DAY

  return (nowMs: number, lastPlacedMs: number | null): Chance => {
    if (nowMs >= endMs) return { kind: 'expires' }
    if (stuck !== null) return { kind: 'held', because: stuck }
    const free = lastPlacedMs === null ? nowMs : lastPlacedMs + restMs
    const atMs = openAt(Math.max(nowMs, earliestMs, free))
    if (atMs === null) return { kind: 'held', because: 'calling_window' }
    return atMs < endMs ? { kind: 'at', atMs } : { kind: 'expires' }
  }
}

/** A gate that stays closed however long one waits. */
function findStuckGate(run: CallToRun): GateName | null {
  const { call, calendar } = run
  if (!isWaiting(call.status) || call.dueAt === null) return 'call_status'
  if (call.attemptCount >= calendar.config.maxAttempts && !call.isAskedFor) return 'attempts_left'
  if (hasNoRetry(call, calendar.config)) return 'attempts_left'
  if (run.isOnDoNotCall) return 'do_not_call'
  if (call.campaign?.isPaused) return 'campaign'
  return run.customerZones.length === 0 ? 'customer_time_zone' : null
}
