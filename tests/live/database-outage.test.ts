import { expect, inject, it } from 'vitest'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'

it('outlives a database that goes away, and tells what happened meanwhile', async () => {
  await using proxy = await startTcpProxy(Number(new URL(inject('databaseUrl')).port))
  await using world = await createLiveWorld({ feedDatabasePort: proxy.port })
  const [id = ''] = await world.makeCalls(1)
  const { feedCursor } = await world.list('ready')
  using watcher = new FeedWatcher(world.port, feedCursor)
  await watcher.until(({ received }) => received.length === 1)

  proxy.refuse(true)
  proxy.cut()
  await world.change(id, 'unseen')
  await world.change(id, 'while away')
  // One that comes in the middle of it is kept waiting, not turned away.
  using newcomer = new FeedWatcher(world.port, feedCursor)
  await proxy.refusals(10)
  proxy.refuse(false)

  await watcher.until(({ calls }) => calls.get(id)?.notes === 'while away')
  await newcomer.until(({ calls }) => calls.get(id)?.notes === 'while away')
  await world.change(id, 'and on')
  await watcher.until(({ calls }) => calls.get(id)?.notes === 'and on')
  expect(watcher.error).toBeNull()
  expect(watcher.hellos).toEqual([true])
  expect(watcher.faults).toEqual([])
  expect(newcomer.hellos).toEqual([true])
})
