import { createTRPCClient } from '@trpc/client'
import { expect, it } from 'vitest'
import { createLinks } from '../../src/client/lib/links.ts'
import { createSeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'
import type { LiveRouter } from '../support/live-server.ts'
import { startLiveServer } from '../support/live-server.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'

const pageCount = 60

it('brings the pages back, spread over seconds, when a server asks them to look for another', async () => {
  await using world = await createLiveWorld()
  const { databaseUrl, identity } = world
  await using heir = await startLiveServer({ databaseUrl, identity })
  await using way = await startTcpProxy(world.port)
  const random = createSeededRandom('restart')
  const hellos: { atMs: number; recovered: boolean }[] = []
  const came = { count: 0, all: () => {} }
  const allCame = () =>
    new Promise<void>((resolve) => {
      came.count = 0
      came.all = resolve
    })

  const firstTime = allCame()
  const pages = Array.from({ length: pageCount }, () => {
    const { links, close } = createLinks({
      origin: `http://127.0.0.1:${way.port}`,
      random: () => random.whole(0, 2 ** 31 - 1) / 2 ** 31,
    })
    createTRPCClient<LiveRouter>({ links }).calls.live.subscribe(
      { after: null },
      {
        onData({ data }) {
          if (data.type !== 'hello') return
          hellos.push({ atMs: performance.now(), recovered: data.recovered })
          came.count += 1
          if (came.count === pageCount) came.all()
        },
      },
    )
    return close
  })
  await firstTime

  hellos.length = 0
  const secondTime = allCame()
  way.pointAt(heir.port)
  await world.edge.drain()
  await secondTime
  for (const close of pages) void close()

  const seconds = hellos.map(({ atMs }) => (atMs - Math.min(...hellos.map((h) => h.atMs))) / 1000)
  expect(hellos.every(({ recovered }) => recovered)).toBe(true)
  expect(Math.max(...seconds)).toBeGreaterThan(5)
  const inEachSecond = [0, 1, 2, 3, 4].map(
    (from) => seconds.filter((at) => at >= from && at < from + 1).length,
  )
  expect(Math.max(...inEachSecond)).toBeLessThan(pageCount / 3)
  expect(heir.edge.connectionCount()).toBe(pageCount)
})
