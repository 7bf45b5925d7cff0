import { acceptAttempts } from '../db/accept-attempts.ts'
import type { Deps } from '../deps.ts'
import { leaseAfter } from './attempt-lease.ts'
import { longestHistory, newsEntry } from './attempt-news.ts'

export type Placement = {
  placementKey: string
  providerCallId: string
  source: 'we' | 'look_up' | 'callback'
}

/**
 * The last step of placing: the provider's own ids. They may come after the first news of a call,
 * which then has bound the id already, and after the attempt was given up: they are written all the
 * same, because with its id an attempt can be looked up. A second id for one attempt is only logged.
 */
export async function storePlacements(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  placements: readonly Placement[],
): Promise<void> {
  const now = deps.clock.now()
  const otherLines = await acceptAttempts(deps.db, {
    acceptances: placements.map(({ placementKey, providerCallId, source }) => ({
      placementKey,
      providerCallId,
      entry: newsEntry({ at: now, source, event: 'accepted', applied: true }),
    })),
    acceptedAt: now,
    leaseExpiresAt: leaseAfter(now),
    longestHistory,
  })
  for (const { placementKey, providerCallId } of placements) {
    if (!otherLines.has(placementKey)) continue
    deps.log.error({ placementKey, providerCallId }, 'the provider names two lines for one attempt')
  }
}
