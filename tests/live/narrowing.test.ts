import { expect, it } from 'vitest'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'

it('tells a narrowed subscriber what enters and leaves, and counts of everything', async () => {
  await using world = await createLiveWorld()
  const [mine = '', other = ''] = await world.makeCalls(2)
  for (const id of [mine, other]) await world.change(id, 'first')
  using all = new FeedWatcher(world.port, null)
  using ready = new FeedWatcher(world.port, null, { only: { tab: 'ready' } })
  using one = new FeedWatcher(world.port, null, { only: { callId: mine } })
  for (const watcher of [all, ready, one]) {
    await watcher.until(({ received }) => received.length === 1)
  }
  const change = async (id: string, how: string) => {
    await world.change(id, how)
    const { feedCursor } = await world.list('ready')
    for (const watcher of [all, ready, one]) {
      await watcher.until(({ received }) => received.at(-1)?.cursor === feedCursor)
    }
  }
  await change(mine, 'seen ready')
  await change(other, 'seen ready')
  await change(mine, 'cancel')
  expect(ready.calls.get(mine)?.status, 'it left').toBe('canceled')
  await change(mine, 'of no tab')
  expect(ready.calls.get(mine)?.notes, 'not shown any more').toBe('seen ready')
  await change(mine, 'bring back')
  expect(ready.calls.get(mine)?.status, 'it came back').toBe('ready')

  expect([...one.calls.keys()]).toEqual([mine])
  expect(one.calls.get(mine)).toEqual(all.calls.get(mine))
  expect(all.calls).toEqual(await world.readAll([mine, other]))
  for (const watcher of [ready, one]) {
    expect(watcher.received.at(-1)?.message.counts).toEqual(all.received.at(-1)?.message.counts)
  }
})

it('replays to a narrowed subscriber what may have left', async () => {
  await using world = await createLiveWorld()
  const [id = ''] = await world.makeCalls(1)
  const { feedCursor } = await world.list('ready')
  await world.change(id, 'cancel')
  using ready = new FeedWatcher(world.port, feedCursor, { only: { tab: 'ready' } })
  await ready.until(({ calls }) => calls.get(id)?.status === 'canceled')
})

it('names the field of a scope that cannot be', async () => {
  await using world = await createLiveWorld()
  using watcher = new FeedWatcher(world.port, null, { only: { callId: 'the first one' } })
  await watcher.until(({ error }) => error !== null)
  expect(watcher.error).toMatchObject({ data: { code: 'BAD_REQUEST' } })
  expect(String(watcher.error)).toMatch(/callId/)
})
