import { createTRPCClient } from '@trpc/client'
import { createLinks } from '../../src/client/lib/links.ts'
import type { AppRouter } from '../../src/server/trpc/router.ts'
import { seededChance } from '../support/chaos-seed.ts'
import { atLeast, atMost, type Measurement, none, round } from '../support/measurement.ts'
import { openRealHouse, socketWith } from '../support/real-house.ts'

const clientCount = 500
const patienceMs = 45_000

/** Pages with the delays of the real one, whose server is stopped and started again on its port. */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  await using house = await openRealHouse()
  const { cookie, servers, start } = house
  const [first] = servers
  if (first === undefined) throw new Error('The house has no server.')
  const { port } = first
  const openedAt: number[] = []
  const backAt: number[] = []
  let isRestarting = false
  const until = async (isMet: () => boolean) => {
    const deadline = performance.now() + patienceMs
    while (!isMet() && performance.now() < deadline) await new Promise((go) => setTimeout(go, 20))
  }
  const pages = Array.from({ length: clientCount }, () => {
    const { links, close } = createLinks({
      origin: `http://127.0.0.1:${port}`,
      random: () => random.whole(0, 2 ** 31 - 1) / 2 ** 31,
      WebSocket: socketWith(cookie, () => openedAt.push(performance.now())),
    })
    let isBack = false
    const client = createTRPCClient<AppRouter>({ links })
    client.calls.live.subscribe(
      { after: null },
      {
        onData({ data }) {
          if (data.type !== 'hello' || !isRestarting || isBack) return
          isBack = true
          backAt.push(performance.now())
        },
      },
    )
    return close
  })
  await until(() => openedAt.length >= clientCount)
  await new Promise((go) => setTimeout(go, 1000))
  const beforeCount = openedAt.length

  const stoppedAt = performance.now()
  isRestarting = true
  openedAt.length = 0
  await first.kill('SIGTERM')
  const downAt = performance.now()
  servers.push(await start({ PORT: String(port) }))
  const upAt = performance.now()
  await until(() => backAt.length >= clientCount)
  for (const close of pages) void close()

  // One bar for every 100 ms since the server was there again.
  const bars = new Map<number, number>()
  for (const at of openedAt) {
    const bar = Math.floor((at - upAt) / 100)
    bars.set(bar, (bars.get(bar) ?? 0) + 1)
  }
  const firstAt = Math.min(...openedAt)
  const lastAt = Math.max(...openedAt)
  console.log('upgrades per 100 ms:', JSON.stringify([...bars].sort(([a], [b]) => a - b)))
  return {
    name: 'R11',
    aims: [
      none('clients that did not come back', clientCount - backAt.length),
      atMost('all back after', 30, (Math.max(...backAt) - stoppedAt) / 1000, 's'),
      atLeast('spread over', 5, (lastAt - firstAt) / 1000, 's'),
    ],
    figures: {
      seed,
      clients: beforeCount,
      upgrades: openedAt.length,
      'server away s': round((upAt - stoppedAt) / 1000),
      'of that, draining s': round((downAt - stoppedAt) / 1000),
      'all back s after it was there again': round((Math.max(...backAt) - upAt) / 1000),
      'most upgrades in 100 ms': Math.max(...bars.values()),
    },
  }
}
