import type { Call, TabCounts } from '../domain/call.schema.ts'
import type { FeedPosition } from '../domain/feed-cursor.ts'
import type { DbSession } from './client.ts'

/** Where an organization's feed ends, and the tab counts at that point. */
export type FeedHead = FeedPosition & { counts: TabCounts }

/** One call's newest event within what was read; `call` null once it is deleted. */
export type FeedRow = { callId: string; version: number; seq: bigint; call: Call | null }

export type FeedReading = {
  head: FeedHead
  /** False when events after the position are gone, or more than `maxEvents`; then no rows. */
  isComplete: boolean
  rows: FeedRow[]
}

type HeadRow = {
  epoch: string
  seq: bigint
  readyCount: number
  missedCount: number
  completedCount: number
}

const toHead = (row: HeadRow): FeedHead => ({
  epoch: row.epoch,
  seq: row.seq,
  counts: { ready: row.readyCount, missed: row.missedCount, completed: row.completedCount },
})

/** Null when there is no such organization. */
export async function readFeedHead(
  session: DbSession,
  organizationId: string,
): Promise<FeedHead | null> {
  const [row] = await session.$queryRaw<HeadRow[]>`
    select o."feedEpoch" as epoch, o."feedSeq" as seq,
      o."readyCount", o."missedCount", o."completedCount"
    from "Organization" o where o.id = ${organizationId}::uuid`
  return row ? toHead(row) : null
}

/** Where the feeds of several organizations end; ids that do not exist are left out. */
export async function readFeedPositions(
  session: DbSession,
  organizationIds: readonly string[],
): Promise<Map<string, FeedPosition>> {
  const rows = await session.$queryRaw<(FeedPosition & { id: string })[]>`
    select o.id, o."feedEpoch" as epoch, o."feedSeq" as seq from "Organization" o
    where o.id = any(${organizationIds}::uuid[])`
  return new Map(rows.map(({ id, epoch, seq }) => [id, { epoch, seq }]))
}

/**
 * The newest event of each call after `seq`, with the head, in one statement and so of one moment.
 * Null when there is no such organization. Read twenty times a second by every organization that is
 * watched, so a function in the database names the organization and reads at once.
 */
export async function readFeedAfter(
  session: DbSession,
  input: { organizationId: string; seq: bigint; maxEvents: number },
): Promise<FeedReading | null> {
  const { organizationId, seq, maxEvents } = input
  const rows = await session.$queryRaw<
    (HeadRow & {
      isComplete: boolean
      callId: string | null
      version: number
      eventSeq: bigint
      call: Call | null
    })[]
  >`
    select * from ringback_feed_after(${organizationId}::uuid, ${seq}::bigint, ${maxEvents}::int)`
  const [first] = rows
  if (first === undefined) return null
  return {
    head: toHead(first),
    isComplete: first.isComplete,
    rows: rows.flatMap(({ callId, version, eventSeq, call }) =>
      callId === null ? [] : [{ callId, version, seq: eventSeq, call }],
    ),
  }
}
