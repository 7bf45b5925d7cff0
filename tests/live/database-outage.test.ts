import { expect, it } from 'vitest'
import { cloneDatabase } from '../support/clone-database.ts'
import { startCluster } from '../support/cluster.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { openLiveWorld } from '../support/open-live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'
import { loseDatabase } from '../support/trials/lose-database.ts'

/** A world on a PostgreSQL of its own, which only the proxy leads to. */
async function openWorldApart() {
  const cluster = await startCluster()
  const way = await startTcpProxy(Number(new URL(cluster.url).port))
  const url = new URL(cluster.url)
  url.port = String(way.port)
  const { templateName } = cluster
  const world = await openLiveWorld(await cloneDatabase({ url: url.href, templateName }))
  return {
    cluster,
    way,
    world,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
      await way[Symbol.asyncDispose]()
      await cluster.stop()
    },
  }
}

it('outlives a database that stops, and shows what it holds once it is back', async () => {
  await using apart = await openWorldApart()
  const { world, cluster, way } = apart
  const place = { ...world, ports: [world.port] }
  const newcomers: FeedWatcher[] = []
  const away = async () => {
    // One that comes in the middle of it is kept waiting, not turned away.
    newcomers.push(new FeedWatcher(world.port, null))
    way.refuse(true)
    await way.refusals(10)
    way.refuse(false)
  }
  const result = await loseDatabase(place, { cluster, way, away, pages: 3 })
  expect(result).toMatchObject({ missed: 0, repeated: 0, outOfOrder: 0, ended: 0, unequal: 0 })
  expect(result.equalAfterMs).toBeLessThan(5000)
  expect(newcomers).toHaveLength(1)
  for (const newcomer of newcomers) {
    using waiting = newcomer
    await waiting.until(({ received }) => received.length > 0)
    expect(waiting.hellos).toEqual([true])
  }
})
