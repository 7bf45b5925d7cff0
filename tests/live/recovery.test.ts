import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { applyChange, lockCall } from '../../src/server/services/change-call.ts'
import { deleteCall } from '../../src/server/services/delete-call.ts'
import { seededChance } from '../support/chaos-seed.ts'
import { FeedWatcher, seqOf } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'
import type { LiveWorld } from '../support/open-live-world.ts'
import { someActor } from '../support/test-identity.ts'
import { cutSubscriber } from '../support/trials/cut-subscriber.ts'

const headOf = async ({ db, organizationId }: LiveWorld) =>
  (await db.organization.findUniqueOrThrow({ where: { id: organizationId } })).feedSeq

describe('a subscription', () => {
  it('says hello, then each change with the whole row and absolute counts', async () => {
    await using world = await createLiveWorld()
    const [id = ''] = await world.makeCalls(1)
    using watcher = new FeedWatcher(world.port, null)
    await watcher.until(({ received }) => received.length === 1)
    await world.change(id, 'cancel')
    await watcher.until(({ received }) => received.length === 2)
    const [hello, changes] = watcher.received
    expect(hello?.message).toMatchObject({
      type: 'hello',
      recovered: true,
      counts: { ready: 1, missed: 0, completed: 0 },
    })
    expect(changes?.message).toMatchObject({
      type: 'changes',
      calls: [(await world.readAll([id])).get(id)],
      counts: { ready: 0, missed: 0, completed: 0 },
    })
    expect(seqOf(changes?.cursor ?? '')).toBe(await headOf(world))
  })

  it('tells what happened since the snapshot, newest row only, and that a call was deleted', async () => {
    await using world = await createLiveWorld()
    const [first = '', second = ''] = await world.makeCalls(2)
    const { feedCursor } = await world.list('ready')
    for (const note of ['a', 'b', 'c']) await world.change(first, note)
    const { organizationId } = world
    await deleteCall(world.deps, { organizationId, callId: second, actor: someActor })
    using watcher = new FeedWatcher(world.port, feedCursor)
    await watcher.until(({ received }) => received.length === 2)
    expect(watcher.received[0]).toMatchObject({ cursor: feedCursor, message: { recovered: true } })
    expect(watcher.received[1]?.message).toMatchObject({
      calls: [{ id: first, notes: 'c' }],
      deleted: [{ id: second }],
      counts: { ready: 1 },
    })
  })

  it('finds by itself what no wake-up announced', async () => {
    await using world = await createLiveWorld()
    const [id = ''] = await world.makeCalls(1)
    using watcher = new FeedWatcher(world.port, null)
    await watcher.until(({ received }) => received.length === 1)
    world.deps.feed = { ...world.feed, announce: () => undefined }
    await world.change(id, 'unannounced')
    await watcher.until(({ calls }) => calls.get(id)?.notes === 'unannounced')
  })
})

it('loses and repeats nothing when it is cut 25 times during 500 changes', async () => {
  await using world = await createLiveWorld()
  const { random } = seededChance()
  const place = { ...world, ports: [world.port] }
  expect(await cutSubscriber(place, { rounds: 63, cuts: 25, random })).toEqual({
    missed: 0,
    repeated: 0,
    outOfOrder: 0,
    changes: 504,
    cuts: 25,
    notRecovered: 0,
    isEqualAtLast: true,
  })
})

describe('a cursor that cannot be continued', () => {
  const cases: [name: string, spoil: (world: LiveWorld, cursor: string) => Promise<string>][] = [
    [
      'because the log was cut short',
      async ({ db, organizationId }, cursor) => {
        await db.feedEvent.deleteMany({ where: { organizationId, seq: { lte: 2 } } })
        return cursor
      },
    ],
    [
      'because the log is gone',
      async ({ db, organizationId }, cursor) => {
        await db.feedEvent.deleteMany({ where: { organizationId } })
        return cursor
      },
    ],
    [
      'because it is of another epoch',
      async ({ db, organizationId }, cursor) => {
        const data = { feedEpoch: randomUUID() }
        await db.organization.update({ where: { id: organizationId }, data })
        return cursor
      },
    ],
    ['because it is ahead of the log', async (_, cursor) => cursor.replace(/\d+$/, '9'.repeat(19))],
    [
      'because it is too far behind',
      async (world, cursor) => {
        const [id = ''] = await world.makeCalls(1)
        for (let note = 0; note < 8; note += 1) await world.change(id, `${note}`)
        return cursor
      },
    ],
  ]
  it.each(cases)('is answered with recovered false, %s', async (_, spoil) => {
    await using world = await createLiveWorld({ feed: { maxReplayEvents: 10 } })
    const [id = ''] = await world.makeCalls(1)
    const { feedCursor } = await world.list('ready')
    for (const note of ['a', 'b', 'c']) await world.change(id, note)
    using watcher = new FeedWatcher(world.port, await spoil(world, feedCursor))
    await watcher.until(({ received }) => received.length === 1)
    expect(watcher.hellos).toEqual([false])
    expect(watcher.lastSeq).toBe(await headOf(world))
    await world.change(id, 'goes on')
    await watcher.until(({ calls }) => calls.get(id)?.notes === 'goes on')
  })

  it('is told in mid-stream when the epoch changes', async () => {
    await using world = await createLiveWorld()
    const [id = ''] = await world.makeCalls(1)
    using watcher = new FeedWatcher(world.port, null)
    await watcher.until(({ received }) => received.length === 1)
    const feedEpoch = randomUUID()
    await world.db.organization.update({
      where: { id: world.organizationId },
      data: { feedEpoch },
    })
    await watcher.until(({ hellos }) => hellos.length === 2)
    expect(watcher.hellos).toEqual([true, false])
    await world.change(id, 'in the new epoch')
    await watcher.until(({ calls }) => calls.has(id))
    expect(watcher.received.at(-1)?.cursor).toMatch(feedEpoch)
  })

  it.each([
    ['rows', { maxRows: 3 }],
    ['text', { maxBytes: 4000 }],
  ])('is told when too much happens at once for its %s', async (_, feed) => {
    await using world = await createLiveWorld({ feed })
    const { feedCursor } = await world.list('ready')
    const ids = await world.makeCalls(5)
    using watcher = new FeedWatcher(world.port, null)
    await watcher.until(({ received }) => received.length === 1)
    const loud = world.deps.feed
    world.deps.feed = { ...loud, announce: () => undefined }
    await world.db.$transaction(async (tx) => {
      for (const callId of ids) {
        const call = await lockCall(tx, { organizationId: world.organizationId, callId })
        await applyChange(tx, call, { fields: { notes: 'all' } }, world.deps.clock.now())
      }
    })
    loud.announce(world.organizationId)
    await watcher.until(({ hellos }) => hellos.length === 2)
    expect(watcher.hellos).toEqual([true, false])
    expect(watcher.lastSeq).toBe(await headOf(world))
    using late = new FeedWatcher(world.port, feedCursor)
    await late.until(({ hellos }) => hellos.length === 1)
    expect(late.hellos, 'nor is it replayed').toEqual([false])
  })

  it('is refused when it is no cursor at all', async () => {
    await using world = await createLiveWorld()
    using watcher = new FeedWatcher(world.port, 'yesterday')
    await watcher.until(({ error }) => error !== null)
    expect(watcher.error).toMatchObject({ data: { code: 'BAD_REQUEST' } })
  })
})
