import { uuidv7 } from 'uuidv7'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import { lockClaims } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { noCounts } from '../domain/tab-counts.ts'
import { demoNameOf } from '../telephony/port.ts'
import { lockForSample, putSampleDay } from './put-sample-day.ts'

/**
 * Puts sample visits and their calls into an organization that has no visits, to be looked at. Their
 * calls go to the simulator alone. Throws `conflict` where visits are, or nobody plays customers.
 */
export async function loadSampleData(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'provider'>,
  by: { organizationId: string; actor: Actor },
): Promise<{ visits: number; calls: number }> {
  const { organizationId } = by
  if (demoNameOf(deps.provider) === null) {
    throw new DomainError('conflict', 'Sample calls run on the simulator only.')
  }
  const loaded = await inOrganization(deps.db, organizationId, async (tx) => {
    // No import may bring visits meanwhile.
    await lockClaims(tx, organizationId)
    const { isDemo, lowScore, hasVisits } = await lockForSample(tx, organizationId)
    if (hasVisits) {
      throw new DomainError(
        'conflict',
        'There are visits already. Sample data is for an empty start.',
      )
    }
    const now = deps.clock.now()
    const rows = await putSampleDay(tx, {
      ...by,
      isDemo,
      lowScore,
      now,
      seed: uuidv7(),
    })
    const loaded = { visits: rows.records.length, calls: rows.calls.length }
    const ids = rows.calls.flatMap(({ id }) => id ?? [])
    const calls = await readCalls(tx, organizationId, ids)
    await appendFeedEvents(tx, {
      organizationId,
      changes: calls.map(feedChangeOf),
      // They were counted as they were put in.
      countDelta: noCounts,
      now: toDate(now),
    })
    return loaded
  })
  deps.feed.announce(organizationId)
  return loaded
}
