import { expect, it } from 'vitest'
import { type FeedBatch, toItem } from '../../../src/server/feed/feed-batch.ts'
import { createInbox } from '../../../src/server/feed/inbox.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const epoch = uuidOf(0)
const counts = { ready: 1, missed: 0, completed: 0 }
const row = (id: number, version: number, seq: number) => ({
  callId: uuidOf(id),
  version,
  seq: BigInt(seq),
  call: sampleCall({ id: uuidOf(id), version }),
})
const batch = (from: number, to: number, rows: FeedBatch['rows']): FeedBatch => ({
  epoch,
  from: BigInt(from),
  to: BigInt(to),
  rows,
  counts,
  sentAt: '2026-11-20T17:30:00.000Z',
})
const inboxOf = (maxRows: number, controller = new AbortController()) =>
  createInbox({ maxRows, maxBytes: 10_000 }, controller.signal)

it('holds one batch with the newest row of each call for a reader that is slow', async () => {
  const inbox = inboxOf(10)
  inbox.put(batch(0, 1, [row(1, 2, 1)]))
  inbox.put(batch(1, 3, [row(2, 2, 2), row(1, 3, 3)]))
  inbox.put(batch(3, 4, [row(2, 3, 4)]))
  expect(await inbox.take()).toEqual(batch(0, 4, [row(1, 3, 3), row(2, 3, 4)]))
})

it('gives up on rows when too many calls wait', async () => {
  const inbox = inboxOf(2)
  inbox.put(batch(0, 2, [row(1, 2, 1), row(2, 2, 2)]))
  inbox.put(batch(2, 3, [row(3, 2, 3)]))
  inbox.put(batch(3, 4, [row(1, 3, 4)]))
  expect(await inbox.take()).toEqual(batch(0, 4, null))
})

it('gives up on rows when their text is too much, and counts the newest of each call only', async () => {
  const inbox = inboxOf(10)
  const long = (id: number, seq: number) => ({
    ...row(id, seq, seq),
    call: sampleCall({ id: uuidOf(id), version: seq, notes: 'ß'.repeat(2000) }),
  })
  const newest = long(1, 3)
  for (const [from, last] of [long(1, 1), long(1, 2), newest].entries()) {
    inbox.put(batch(from, from + 1, [last]))
  }
  expect(await inbox.take()).toEqual(batch(0, 3, [newest]))
  inbox.put(batch(3, 4, [long(1, 4)]))
  inbox.put(batch(4, 5, [long(2, 5)]))
  expect(await inbox.take()).toEqual(batch(3, 5, null))
})

it('wakes a reader that waits, and lets it go when it leaves', async () => {
  const controller = new AbortController()
  const inbox = inboxOf(10, controller)
  const first = inbox.take()
  inbox.put(batch(0, 1, [row(1, 2, 1)]))
  expect(await first).toEqual(batch(0, 1, [row(1, 2, 1)]))
  const second = inbox.take()
  controller.abort()
  expect(await second).toBeNull()
  expect(await inbox.take()).toBeNull()
})

it('leaves out of a message what its reader has seen', () => {
  const both = batch(0, 2, [row(1, 2, 1), { ...row(2, 2, 2), call: null }])
  expect(toItem(both, 1n).message).toMatchObject({
    calls: [],
    deleted: [{ id: uuidOf(2), version: 2 }],
  })
  expect(toItem(both, 0n).message).toMatchObject({ calls: [{ id: uuidOf(1) }] })
  expect(toItem(batch(0, 2, null), 0n)).toMatchObject({
    cursor: `${epoch}:2`,
    message: { type: 'hello', recovered: false },
  })
})
