import { toDate } from '../db/instants.ts'
import { lockAttempt } from '../db/lock-attempt.ts'
import type { Deps } from '../deps.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry, withNews } from './attempt-news.ts'

export type StoredPlacement = 'stored' | 'already_known' | 'other_line' | 'no_attempt'

/**
 * The last step of placing: the provider's own id. It may come after the first news of the call,
 * which then has bound the id already, and after the attempt was given up: it is written all the
 * same, because with it the attempt can be looked up.
 */
export async function storePlacement(
  deps: Pick<Deps, 'db' | 'clock'>,
  placement: { placementKey: string; providerCallId: string; source: 'we' | 'look_up' },
): Promise<StoredPlacement> {
  const { placementKey, providerCallId, source } = placement
  return deps.db.$transaction(async (tx) => {
    const attempt = await lockAttempt(tx, placementKey)
    if (attempt === null) return 'no_attempt'
    const isOther = attempt.providerCallId !== null && attempt.providerCallId !== providerCallId
    if (attempt.acceptedAt !== null && !isOther) return 'already_known'
    const now = deps.clock.now()
    const entry = newsEntry({ at: now, source, event: 'accepted', applied: !isOther })
    const accepted = {
      providerCallId,
      acceptedAt: toDate(now),
      leaseExpiresAt: toDate(leaseAfter(now)),
    }
    await tx.callAttempt.update({
      where: { id: attempt.id },
      data: { ...(isOther ? {} : accepted), history: withNews(attempt.history, entry) },
    })
    if (isOther) return 'other_line'
    return attempt.providerCallId === null ? 'stored' : 'already_known'
  })
}
