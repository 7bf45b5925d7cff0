import { acceptAttempt } from '../db/accept-attempt.ts'
import type { Deps } from '../deps.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry } from './attempt-news.ts'

/**
 * The last step of placing: the provider's own id. It may come after the first news of the call,
 * which then has bound the id already, and after the attempt was given up: it is written all the
 * same, because with it the attempt can be looked up. A second id for one attempt is only logged.
 */
export async function storePlacement(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  placement: {
    placementKey: string
    providerCallId: string
    source: 'we' | 'look_up' | 'callback'
  },
): Promise<void> {
  const { placementKey, providerCallId, source } = placement
  const now = deps.clock.now()
  const accepted = await acceptAttempt(deps.db, {
    placementKey,
    providerCallId,
    acceptedAt: now,
    leaseExpiresAt: leaseAfter(now),
    entry: newsEntry({ at: now, source, event: 'accepted', applied: true }),
  })
  if (accepted?.isOtherLine) {
    deps.log.error({ placementKey, providerCallId }, 'the provider names two lines for one attempt')
  }
}
