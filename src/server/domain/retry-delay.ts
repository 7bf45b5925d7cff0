import type { CallOutcome, CallStatus } from './call-status.ts'
import type { ScheduleConfig } from './schedule-config.schema.ts'
import { RETRY_OUTCOMES, type RetryOutcome } from './schedule-config-rules.ts'
import { MS_PER_MINUTE } from './zone-clock.ts'

export const isRetryOutcome = (outcome: CallOutcome | null | undefined): outcome is RetryOutcome =>
  RETRY_OUTCOMES.some((retried) => retried === outcome)

/**
 * Minutes from the end of the n-th attempt to the next one; undefined where the schedule makes no
 * retry. Attempts beyond the list wait for its last delay.
 */
export function retryDelayMinutes(
  config: Pick<ScheduleConfig, 'retry'>,
  ended: { outcome: RetryOutcome; attemptNumber: number },
): number | undefined {
  const delays = config.retry[ended.outcome]
  return delays[ended.attemptNumber - 1] ?? delays.at(-1)
}

/** Whether a call waits for a retry that the schedule, as it is now, would not make. */
export const hasNoRetry = (
  call: { status: CallStatus; outcome?: CallOutcome | null },
  config: Pick<ScheduleConfig, 'retry'>,
): boolean =>
  (call.status === 'missed' || call.status === 'failed') &&
  isRetryOutcome(call.outcome) &&
  config.retry[call.outcome].length === 0

/**
 * When a waiting call would be placed next if every hour were open. A retry waits for its delay as
 * the schedule has it now, so that a changed delay moves the retries that are set already; any
 * other call waits for what was wished for.
 */
export function wishedMs(
  call: { status: CallStatus; outcome?: CallOutcome | null; attemptCount: number },
  { endedMs, notBeforeMs }: { endedMs: number | null; notBeforeMs: number },
  config: Pick<ScheduleConfig, 'retry'>,
): number {
  const { status, outcome, attemptCount } = call
  const isRetry = status === 'missed' || status === 'failed'
  if (!isRetry || endedMs === null || !isRetryOutcome(outcome)) return notBeforeMs
  const delay = retryDelayMinutes(config, { outcome, attemptNumber: attemptCount })
  return delay === undefined ? notBeforeMs : endedMs + delay * MS_PER_MINUTE
}
