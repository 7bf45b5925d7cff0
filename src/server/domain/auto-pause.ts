import { Temporal } from 'temporal-polyfill'
import type { CallOutcome } from './call-status.ts'
import { describeMinutes } from './local-time.ts'
import type { ScheduleConfig } from './schedule-config.schema.ts'

/** Ends that say nothing of the customer, only that we or the network could not place the call. */
export const technicalOutcomes = [
  'provider_error',
  'unknown',
] as const satisfies readonly CallOutcome[]

export const isTechnicalOutcome = (outcome: CallOutcome): boolean =>
  technicalOutcomes.some((technical) => technical === outcome)

/** Attempts that were placed since `lookBackFrom` and have ended, however. */
export type RecentAttempts = { attemptCount: number; failedCount: number }

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
  { attemptCount, failedCount }: RecentAttempts,
): AutoPauseDecision {
  const { failureRatio, minAttempts, windowMinutes } = autoPause
  const within = `in ${describeMinutes(windowMinutes)}`
  const reason = `${failedCount} of the last ${attemptCount} calls ${within} failed for technical reasons`
  if (attemptCount < minAttempts) {
    return { pause: false, reason: `${reason}, fewer than the ${minAttempts} it takes to tell` }
  }
  return { pause: failedCount >= failureRatio * attemptCount && failedCount > 0, reason }
}
