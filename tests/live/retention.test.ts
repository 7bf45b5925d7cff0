import { expect, it } from 'vitest'
import { pruneFeedEvents } from '../../src/server/db/prune-feed-events.ts'
import { createLiveWorld } from '../support/live-world.ts'

it('forgets the oldest events only, by age and beyond the newest ones', async () => {
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

  expect(await pruneFeedEvents(db, { before, keepNewest: 8 })).toBe(2)
  expect(await left()).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  expect(await pruneFeedEvents(db, { before, keepNewest: 1 })).toBe(2)
  expect(await left()).toEqual([5, 6, 7, 8, 9, 10])
  expect(await pruneFeedEvents(db, { before, keepNewest: 1 })).toBe(0)
  const afterAll = new Date('2026-11-21T00:00:00Z')
  expect(await pruneFeedEvents(db, { before: afterAll, keepNewest: 1 })).toBe(5)
  expect(await left()).toEqual([10])
})
