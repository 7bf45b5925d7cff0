import type { Temporal } from 'temporal-polyfill'
import { clearAttempts, type WhyNotSent } from '../db/clear-attempts.ts'
import type { Deps } from '../deps.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry } from './attempt-news.ts'
import type { ClaimedAttempt } from './claim-due-calls.ts'

/** How old leave to send may be when it is used: an opt-out counts within a second. */
export const CLEARED_FOR_MS = 1000

/** `clearedAt` is when an earlier answer was given that came too late to send. */
export type AskedToSend = { attempt: ClaimedAttempt; clearedAt?: Temporal.Instant | null }
/** `lost` where others have given the attempt up, or leave was given before. */
export type WhyRefused = WhyNotSent | 'lost'
/** From when the attempt may be sent, or why it may not. */
export type Clearance = { clearedAt: Temporal.Instant } | { clearedAt: null; because: WhyRefused }

/**
 * The fence before the provider is asked: answers for each attempt whether it may be sent or why not,
 * and writes down that it will be. An attempt that never came past here has surely not rung, whatever
 * became of its server; one that others have given up does not pass, whatever the clocks say.
 */
export async function clearToSend(
  deps: Pick<Deps, 'db' | 'clock'>,
  asked: readonly AskedToSend[],
): Promise<Clearance[]> {
  const now = deps.clock.now()
  const answers = await clearAttempts(deps.db, {
    attempts: asked.map(({ attempt, clearedAt }) => ({
      placementKey: attempt.request.placementKey,
      clearedAt: clearedAt ?? null,
    })),
    sentAt: now,
    leaseExpiresAt: leaseAfter(now),
    entry: newsEntry({ at: now, source: 'we', event: 'sent', applied: true }),
  })
  return asked.map(({ attempt }): Clearance => {
    const why = answers.get(attempt.request.placementKey)
    return why === null ? { clearedAt: now } : { clearedAt: null, because: why ?? 'lost' }
  })
}
