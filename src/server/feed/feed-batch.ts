import type { FeedReading, FeedRow } from '../db/read-feed.ts'
import type { TabCounts } from '../domain/call.schema.ts'
import type { FeedMessage } from '../domain/feed.schema.ts'
import { type FeedPosition, toCursor } from '../domain/feed-cursor.ts'
import type { Sight } from '../domain/rights.ts'
import type { FeedItem } from './feed.ts'

/** What happened after `from`, up to and with `to`; rows null when that is too much to tell. */
export type FeedBatch = {
  epoch: string
  from: bigint
  to: bigint
  rows: readonly FeedRow[] | null
  counts: TabCounts
  sentAt: string
}

export type BatchLimits = { maxRows: number }

/** What was read after a position, as a batch; an incomplete reading makes one without rows. */
export function toBatch(
  after: FeedPosition,
  reading: FeedReading,
  how: BatchLimits & { sentAt: string },
): FeedBatch {
  const { head, isComplete, rows } = reading
  const isContinued = isComplete && head.epoch === after.epoch && rows.length <= how.maxRows
  return {
    epoch: head.epoch,
    from: after.seq,
    to: head.seq,
    rows: isContinued ? rows : null,
    counts: head.counts,
    sentAt: how.sentAt,
  }
}

/** Two batches in a row as one, with the newest row of each call: all that a slow reader needs. */
export function mergeBatches(first: FeedBatch, next: FeedBatch, limits: BatchLimits): FeedBatch {
  const merged = { ...next, from: first.from, rows: null }
  if (first.rows === null || next.rows === null || first.epoch !== next.epoch) return merged
  const newest = new Map(first.rows.map((row) => [row.callId, row]))
  for (const row of next.rows) {
    newest.delete(row.callId)
    newest.set(row.callId, row)
  }
  return newest.size > limits.maxRows ? merged : { ...merged, rows: [...newest.values()] }
}

const shared = new WeakMap<FeedBatch, Map<Sight, FeedItem>>()

/** As `toItem`; one and the same item for all alike who know nothing of the batch yet. */
export function itemOf(batch: FeedBatch, seq: bigint, sight: Sight): FeedItem {
  if (seq > batch.from) return toItem(batch, seq, sight)
  let items = shared.get(batch)
  if (items === undefined) {
    items = new Map()
    shared.set(batch, items)
  }
  let item = items.get(sight)
  if (item === undefined) {
    item = toItem(batch, seq, sight)
    items.set(sight, item)
  }
  return item
}

/** The batch as a message, without the rows that a reader at `seq` has already or may not see. */
export function toItem(batch: FeedBatch, seq: bigint, sight: Sight = 'all'): FeedItem {
  const { rows, counts, sentAt } = batch
  const cursor = toCursor({ epoch: batch.epoch, seq: batch.to })
  if (rows === null) {
    return { cursor, message: { type: 'hello', recovered: false, counts, sentAt } }
  }
  const inSight = sight === 'all' ? rows : rows.filter(({ call }) => call?.isDemo !== false)
  const later = batch.from < seq ? inSight.filter((row) => row.seq > seq) : inSight
  const message: FeedMessage = {
    type: 'changes',
    calls: later.flatMap(({ call }) => call ?? []),
    deleted: later.flatMap(({ call, callId, version }) =>
      call === null ? [{ id: callId, version }] : [],
    ),
    counts,
    sentAt,
  }
  return { cursor, message }
}
