import type { Call, TabCounts } from '../domain/call.schema.ts'
import type { DbTransaction } from './client.ts'

/** One change of one call; `call` null once it is deleted. */
export type FeedChange = { callId: string; version: number; call: Call | null }

export const feedChangeOf = (call: Call): FeedChange => ({
  callId: call.id,
  version: call.version,
  call,
})

/** Of a call that is removed: newer than any row of it that a reader may hold. */
export const feedRemovalOf = (last: { id: string; version: number }): FeedChange => ({
  callId: last.id,
  version: last.version + 1,
  call: null,
})

/** More than any reader replays: told one by one they would only hold the feed up for long. */
export const MOST_EVENTS_AT_ONCE = 1000

/**
 * Instead of more than `MOST_EVENTS_AT_ONCE` changes that leave the tab counts as they are: every
 * reader fetches everything anew. The position moves too, by which readers notice. Call it last in
 * the transaction, as `appendFeedEvents`.
 */
export async function beginFeedAnew(tx: DbTransaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`
    update "Organization" set "feedEpoch" = gen_random_uuid(), "feedSeq" = "feedSeq" + 1
    where id = ${organizationId}::uuid`
}

/**
 * Writes the changes into the organization's feed and moves its tab counts. Call it last in the
 * transaction: the update of the organization's row is the lock that makes commit order equal
 * sequence order, and it is held until the commit.
 */
export async function appendFeedEvents(
  tx: DbTransaction,
  input: {
    organizationId: string
    changes: readonly FeedChange[]
    countDelta: TabCounts
    now: Date
  },
): Promise<void> {
  const { organizationId, changes, countDelta, now } = input
  if (changes.length === 0) return
  const events = JSON.stringify(changes)
  await tx.$executeRaw`
    with org as (
      update "Organization" set
        "feedSeq" = "feedSeq" + ${changes.length},
        "readyCount" = "readyCount" + ${countDelta.ready},
        "missedCount" = "missedCount" + ${countDelta.missed},
        "completedCount" = "completedCount" + ${countDelta.completed}
      where id = ${organizationId}::uuid
      returning "feedSeq", "readyCount", "missedCount", "completedCount"
    )
    insert into "FeedEvent" ("organizationId", seq, "callId", version, payload, "createdAt")
    select ${organizationId}::uuid,
      org."feedSeq" - ${changes.length} + event.position,
      (event.change ->> 'callId')::uuid,
      (event.change ->> 'version')::int,
      jsonb_build_object(
        'call', event.change -> 'call',
        'counts', jsonb_build_object(
          'ready', org."readyCount", 'missed', org."missedCount", 'completed', org."completedCount")),
      ${now}
    from org, jsonb_array_elements(${events}::jsonb) with ordinality as event(change, position)`
}
