import { expect, it } from 'vitest'
import { systemClock } from '../../src/server/clock.ts'
import { pruneFeedEvents } from '../../src/server/db/prune-feed-events.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'

it('forgets what is old and what is beyond the newest ones, from the oldest end only', async () => {
  await using world = await createLiveWorld()
  const { db, organizationId } = world
  const [id = ''] = await world.makeCalls(1)
  for (let note = 1; note <= 10; note += 1) await world.change(id, `${note}`)
  const setAge = (seq: number, createdAt: string) =>
    db.feedEvent.update({
      where: { organizationId_seq: { organizationId, seq } },
      data: { createdAt: new Date(createdAt) },
    })
  const left = async () => {
    const events = await db.feedEvent.findMany({
      where: { organizationId },
      orderBy: { seq: 'asc' },
    })
    return events.map(({ seq }) => Number(seq))
  }
  // Event 6 is old by a clock that was off; were it removed, the log would have a hole.
  for (const seq of [1, 2, 3, 4, 6]) await setAge(seq, '2026-11-18T00:00:00Z')
  const before = new Date('2026-11-19T17:30:00Z')

  expect(await pruneFeedEvents(db, { before, keepNewest: 100 }), 'by age').toBe(4)
  expect(await left()).toEqual([5, 6, 7, 8, 9, 10])
  expect(await pruneFeedEvents(db, { before, keepNewest: 5 }), 'by count').toBe(1)
  expect(await left()).toEqual([6, 7, 8, 9, 10])
  expect(await pruneFeedEvents(db, { before, keepNewest: 5 }), 'the one whose clock was off').toBe(
    1,
  )
  expect(await pruneFeedEvents(db, { before, keepNewest: 5 })).toBe(0)
  const afterAll = new Date('2026-11-21T00:00:00Z')
  expect(await pruneFeedEvents(db, { before: afterAll, keepNewest: 5 }), 'all of them').toBe(4)
  expect(await left()).toEqual([])
})

it('keeps as much as it may replay, and tells who needs more to fetch anew', async () => {
  const prunes: (() => void)[] = []
  await using world = await createLiveWorld({
    feed: {
      keepNewest: 1,
      maxReplayEvents: 4,
      pruneEveryMs: 7_654_321,
      after(delayMs, run) {
        if (delayMs === 7_654_321) prunes.push(run)
        return systemClock.after(delayMs === 7_654_321 ? 2 ** 30 : delayMs, run)
      },
    },
  })
  const [id = ''] = await world.makeCalls(1)
  const cursors: string[] = []
  for (let note = 1; note <= 6; note += 1) {
    await world.change(id, `${note}`)
    cursors.push((await world.list('ready')).feedCursor)
  }
  const { organizationId } = world
  prunes.shift()?.()
  await expect.poll(() => world.db.feedEvent.count({ where: { organizationId } })).toBe(4)

  using replayed = new FeedWatcher(world.port, cursors[1] ?? '')
  using late = new FeedWatcher(world.port, cursors[0] ?? '')
  await replayed.until(({ calls }) => calls.get(id)?.notes === '6')
  await late.until(({ received }) => received.length === 1)
  expect(replayed.hellos).toEqual([true])
  expect(late.hellos).toEqual([false])
})
