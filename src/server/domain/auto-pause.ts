import { Temporal } from 'temporal-polyfill'
import type { CallOutcome } from './call-status.ts'
import { describeMinutes } from './local-time.ts'
import type { ScheduleConfig } from './schedule-config.schema.ts'

/** Ends that say nothing of the customer, only that we or the network could not place the call. */
export const technicalOutcomes = [
  'provider_error',
  'unknown',
] as const satisfies readonly CallOutcome[]

/**
 * Kept with an attempt that was answered without our being asked what to say. Now and then a customer
 * hangs up that early; where most calls end so, their provider does not get through to this server,
 * and customers hear an error instead. So it counts as technical, whatever its outcome.
 */
export const wordless =
  'Answered, but over before a word was said. If many calls end so, the telephone provider cannot reach this server.'

export const isTechnicalEnd = (end: { outcome: CallOutcome; errorMessage?: string }): boolean =>
  end.errorMessage === wordless || technicalOutcomes.some((technical) => technical === end.outcome)

/** Attempts that were placed since `lookBackFrom` and have ended, however; the last are among the failed. */
export type RecentAttempts = { attemptCount: number; failedCount: number; wordlessCount: number }

/** From when on attempts count: the last minutes, but never before a person let calling go on. */
export function lookBackFrom(
  { windowMinutes }: ScheduleConfig['autoPause'],
  { now, wentOnAt }: { now: Temporal.Instant; wentOnAt: Temporal.Instant | null },
): Temporal.Instant {
  const from = now.subtract({ minutes: windowMinutes })
  return wentOnAt !== null && Temporal.Instant.compare(wentOnAt, from) > 0 ? wentOnAt : from
}

export type AutoPauseDecision = { pause: boolean; reason: string }

/** Whether an organization stops calling by itself, and why or why not. */
export function decideAutoPause(
  autoPause: ScheduleConfig['autoPause'],
  { attemptCount, failedCount, wordlessCount }: RecentAttempts,
): AutoPauseDecision {
  const { failureRatio, minAttempts, windowMinutes } = autoPause
  const within = `in ${describeMinutes(windowMinutes)}`
  const reason = `${failedCount} of the last ${attemptCount} calls ${within} failed for technical reasons`
  if (attemptCount < minAttempts) {
    return { pause: false, reason: `${reason}, fewer than the ${minAttempts} it takes to tell` }
  }
  const pause = failedCount >= failureRatio * attemptCount && failedCount > 0
  if (wordlessCount === 0) return { pause, reason }
  const answered = `${wordlessCount} of them answered without a word from us`
  return { pause, reason: `${reason}, ${answered}: the provider may not reach this server` }
}
