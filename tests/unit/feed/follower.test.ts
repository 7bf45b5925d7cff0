import { expect, it } from 'vitest'
import type { FeedItem, FeedSink } from '../../../src/server/feed/feed.ts'
import type { FeedBatch } from '../../../src/server/feed/feed-batch.ts'
import { createFeedMeter } from '../../../src/server/feed/feed-meter.ts'
import { everything } from '../../../src/server/feed/feed-view.ts'
import { createFollower } from '../../../src/server/feed/follower.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const epoch = uuidOf(0)
const meter = createFeedMeter()
const row = (id: number, seq: number) => ({
  callId: uuidOf(id),
  version: seq,
  seq: BigInt(seq),
  call: sampleCall({ id: uuidOf(id), version: seq }),
})
const batch = (from: number, to: number, rows: FeedBatch['rows']): FeedBatch => ({
  epoch,
  from: BigInt(from),
  to: BigInt(to),
  rows,
  counts: { ready: 1, missed: 0, completed: 0 },
  sentAt: '2026-11-20T17:30:00.000Z',
})

class Reader implements FeedSink {
  isBehind = false
  readonly taken: FeedItem[] = []
  owed = 0
  onCaughtUp = () => {}
  offer(item: FeedItem): boolean {
    if (!this.isBehind) this.taken.push(item)
    return !this.isBehind
  }
  owe(): void {
    this.owed += 1
  }
  /** What it was told: the versions of each message, in order. */
  get versions() {
    return this.taken.map(({ message }) =>
      message.type === 'hello' ? 'refetch' : message.calls.map(({ version }) => version),
    )
  }
}

const follow = (reader: Reader, at: number, held: FeedBatch | null = null) =>
  createFollower(
    reader,
    { at: { epoch, seq: BigInt(at) }, held, view: everything },
    { maxRows: 2, maxBytes: 100_000, meter },
  )

it('hands one and the same item to all who know nothing of it', () => {
  const [first, second] = [new Reader(), new Reader()]
  const change = batch(0, 1, [row(1, 1)])
  for (const reader of [first, second]) follow(reader, 0).put(change)
  expect(first.taken[0]).toBe(second.taken[0])
  expect(first.versions).toEqual([[1]])
})

it('tells nothing twice when it began further on than the batches', () => {
  const reader = new Reader()
  const follower = follow(reader, 3, batch(0, 2, [row(1, 2)]))
  follower.put(batch(2, 3, [row(1, 3)]))
  follower.put(batch(2, 4, [row(1, 3), row(2, 4)]))
  expect(reader.versions).toEqual([[4]])
})

it('merges for a reader that is behind, and goes on when it reads', () => {
  const reader = new Reader()
  const follower = follow(reader, 0)
  reader.isBehind = true
  follower.put(batch(0, 1, [row(1, 1)]))
  follower.put(batch(1, 2, [row(2, 2)]))
  follower.put(batch(2, 3, [row(1, 3)]))
  expect(reader.taken).toEqual([])
  expect(reader.owed).toBe(2)
  reader.isBehind = false
  reader.onCaughtUp()
  follower.put(batch(3, 4, [row(1, 4)]))
  expect(reader.versions).toEqual([[2, 3], [4]])
})

it('tells a reader that missed too much to fetch anew', () => {
  const reader = new Reader()
  const follower = follow(reader, 0)
  reader.isBehind = true
  for (const seq of [1, 2, 3]) follower.put(batch(seq - 1, seq, [row(seq, seq)]))
  reader.isBehind = false
  reader.onCaughtUp()
  expect(reader.versions).toEqual(['refetch'])
})
