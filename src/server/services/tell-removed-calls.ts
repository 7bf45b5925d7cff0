import { appendFeedEvents, feedChangeOf, feedRemovalOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import type { CallStatus } from '../domain/call-status.ts'
import { countDelta } from '../domain/tab-counts.ts'

/**
 * Tells the feed of calls that this transaction removes, and anew of those that it changed with them;
 * answers of how many it told. Call it last, as `appendFeedEvents`; the caller owes the feed an
 * `announce`.
 */
export async function tellRemovedCalls(
  tx: DbTransaction,
  input: {
    organizationId: string
    calls: readonly { id: string; version: number; status: CallStatus }[]
    changedIds?: readonly string[]
    /** Those of the changed ones that were not there before, all of them ready. */
    createdCount?: number
    now: Date
  },
): Promise<number> {
  const { organizationId, calls, changedIds = [], createdCount = 0, now } = input
  const counts = countDelta(calls.map(({ status }) => ({ from: status, to: null })))
  const toldAnew = await readCalls(tx, organizationId, changedIds)
  await appendFeedEvents(tx, {
    organizationId,
    changes: [...calls.map(feedRemovalOf), ...toldAnew.map(feedChangeOf)],
    countDelta: { ...counts, ready: counts.ready + createdCount },
    now,
  })
  return calls.length + toldAnew.length
}
