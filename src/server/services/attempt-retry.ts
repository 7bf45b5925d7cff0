import type { Temporal } from 'temporal-polyfill'
import type { AttemptNews } from '../domain/call.schema.ts'
import type { AttemptOutcome, CallEvent } from '../domain/call-status.ts'
import type { RetryDecision } from '../domain/retry-policy.ts'
import { historyOf, newsEntry, withNews } from './attempt-news.ts'

/** The end of an attempt with what follows it; `retry` is null where nobody asked for one. */
export function endEvent(end: {
  outcome: AttemptOutcome
  talkSec: number | null
  retry: RetryDecision | null
}): CallEvent {
  const { outcome, talkSec, retry } = end
  return {
    type: 'attempt_ended',
    outcome,
    talkSec,
    retryAt: retry?.retryAt ?? null,
    retryWishedAt: retry?.wishedAt ?? null,
  }
}

export const whyGivenUp = (retry: RetryDecision | null): string | null =>
  retry !== null && retry.retryAt === null ? retry.reason : null

/** An attempt's history with the reason why none follows it. */
export function withGivingUp(
  stored: unknown,
  reason: string | null,
  at: Temporal.Instant,
): AttemptNews[] {
  const entry =
    reason && newsEntry({ at, source: 'we', event: `not tried again: ${reason}`, applied: true })
  return entry ? withNews(stored, entry) : historyOf(stored)
}
