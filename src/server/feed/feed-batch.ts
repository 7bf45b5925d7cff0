import type { FeedReading } from '../db/read-feed.ts'
import type { Call, TabCounts } from '../domain/call.schema.ts'
import type { FeedMessage } from '../domain/feed.schema.ts'
import { type FeedPosition, toCursor } from '../domain/feed-cursor.ts'
import type { FeedItem } from './feed.ts'
import { everything, type FeedView, isInView, type PlacedRow, placeOf } from './feed-view.ts'

/** What happened after `from`, up to and with `to`; rows null when that is too much to tell. */
export type FeedBatch = {
  epoch: string
  from: bigint
  to: bigint
  rows: readonly PlacedRow[] | null
  counts: TabCounts
  sentAt: string
}

export type BatchLimits = { maxRows: number; maxBytes: number }

/** What was read after a position, as a batch; an incomplete reading makes one without rows. */
export function toBatch(
  after: FeedPosition,
  reading: Omit<FeedReading, 'rows'> & { rows: readonly PlacedRow[] },
  how: BatchLimits & { sentAt: string },
): FeedBatch {
  const { head, isComplete, rows } = reading
  const isContinued = isComplete && head.epoch === after.epoch && fits(rows, how)
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
    const earlier = newest.get(row.callId)
    newest.delete(row.callId)
    newest.set(
      row.callId,
      earlier === undefined ? row : { ...row, before: placesBefore(earlier, row) },
    )
  }
  const rows = [...newest.values()]
  return fits(rows, limits) ? { ...merged, rows } : merged
}

function fits(rows: readonly PlacedRow[], { maxRows, maxBytes }: BatchLimits): boolean {
  if (rows.length > maxRows) return false
  let bytes = 0
  for (const { call } of rows) if (call !== null) bytes += bytesOf(call)
  return bytes <= maxBytes
}

const sizes = new WeakMap<Call, number>()

/** The bytes that a row takes in a message, measured once however often it is merged. */
function bytesOf(call: Call): number {
  let bytes = sizes.get(call)
  if (bytes === undefined) {
    bytes = Buffer.byteLength(JSON.stringify(call))
    sizes.set(call, bytes)
  }
  return bytes
}

function placesBefore(earlier: PlacedRow, row: PlacedRow): PlacedRow['before'] {
  if (earlier.before === undefined || earlier.call === null || row.before === undefined) return
  return [...earlier.before, placeOf(earlier.call), ...row.before]
}

const shared = new WeakMap<FeedBatch, Map<string, FeedItem>>()

/** As `toItem`, but one item shared by all readers of a view who know nothing of the batch yet. */
export function itemOf(batch: FeedBatch, seq: bigint, view: FeedView): FeedItem {
  if (seq > batch.from) return toItem(batch, seq, view)
  let items = shared.get(batch)
  if (items === undefined) {
    items = new Map()
    shared.set(batch, items)
  }
  let item = items.get(view.key)
  if (item === undefined) {
    item = toItem(batch, seq, view)
    items.set(view.key, item)
  }
  return item
}

/** The batch as a message, without the rows that a reader at `seq` has already or does not show. */
export function toItem(batch: FeedBatch, seq: bigint, view: FeedView = everything): FeedItem {
  const { rows, counts, sentAt } = batch
  const cursor = toCursor({ epoch: batch.epoch, seq: batch.to })
  if (rows === null) {
    return { cursor, message: { type: 'hello', recovered: false, counts, sentAt } }
  }
  const told = rows.filter((row) => row.seq > seq && isInView(row, view))
  const message: FeedMessage = {
    type: 'changes',
    calls: told.flatMap(({ call }) => call ?? []),
    deleted: told.flatMap(({ call, callId, version }) =>
      call === null ? [{ id: callId, version }] : [],
    ),
    counts,
    sentAt,
  }
  return { cursor, message }
}
