import { clearAttempts } from '../db/clear-attempts.ts'
import type { Deps } from '../deps.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry } from './attempt-news.ts'
import type { ClaimedAttempt } from './claim-due-calls.ts'

/**
 * The fence before the provider is asked: answers for each attempt whether it may be sent, and
 * writes down that it will be. An attempt that never came past here has surely not rung, whatever
 * became of its server; one that others have given up does not pass, whatever the clocks say.
 */
export async function clearToSend(
  deps: Pick<Deps, 'db' | 'clock'>,
  attempts: readonly ClaimedAttempt[],
): Promise<boolean[]> {
  const now = deps.clock.now()
  const cleared = await clearAttempts(deps.db, {
    placementKeys: attempts.map(({ request }) => request.placementKey),
    sentAt: now,
    leaseExpiresAt: leaseAfter(now),
    entry: newsEntry({ at: now, source: 'we', event: 'sent', applied: true }),
  })
  return attempts.map(({ request }) => cleared.has(request.placementKey))
}
