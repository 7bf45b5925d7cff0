import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { seededChance } from '../support/chaos-seed.ts'
import { cloneDatabase } from '../support/clone-database.ts'
import { startCluster } from '../support/cluster.ts'
import { type Measurement, none } from '../support/measurement.ts'
import { type LiveWorld, openLiveWorld } from '../support/open-live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'
import { openTestPage } from '../support/test-page.ts'

const rounds = 60
const maxReplayEvents = 20

/** Each makes the place of a page that is away one from which the log cannot be continued. */
const spoils: Record<string, (world: LiveWorld, ids: readonly string[]) => Promise<unknown>> = {
  'too old': async ({ db, organizationId }) => {
    const { feedSeq } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
    const kept = { gte: feedSeq }
    return db.feedEvent.deleteMany({ where: { organizationId, NOT: { seq: kept } } })
  },
  'log gone': ({ db, organizationId }) => db.feedEvent.deleteMany({ where: { organizationId } }),
  'other epoch': ({ db, organizationId }) =>
    db.organization.update({ where: { id: organizationId }, data: { feedEpoch: randomUUID() } }),
  'too far behind': async (world, [id = '']) => {
    for (let note = 0; note <= maxReplayEvents; note += 1) await world.change(id, `far ${note}`)
  },
}

/** A page whose place in the log is lost while it is away: it says so, fetches anew and is equal. */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  const cluster = await startCluster()
  const counts = { silent: 0, unequal: 0 }
  const seen = new Map<string, number>()
  try {
    await using world = await openLiveWorld(await cloneDatabase(cluster), {
      feed: { maxReplayEvents },
    })
    await using proxy = await startTcpProxy(world.port)
    const ids = await world.makeCalls(5)
    using page = openTestPage({ socket: proxy.port, http: world.port })
    const list = page.show('ready', 50)
    page.start()
    await page.until(() => page.live.getStatus().kind === 'live')
    for (let round = 0; round < rounds; round += 1) {
      const [what, spoil] = random.pick(Object.entries(spoils))
      seen.set(what, (seen.get(what) ?? 0) + 1)
      const requests = page.requestCount()
      proxy.refuse(true)
      proxy.cut()
      await page.until(() => page.live.getStatus().kind === 'stale')
      await world.change(random.pick(ids), `missed ${round}`)
      await world.change(random.pick(ids), `missed too ${round}`)
      await spoil(world, ids)
      proxy.refuse(false)
      await page.until(() => page.live.getStatus().kind === 'live')
      if (page.requestCount() === requests) counts.silent += 1
      if (!isDeepStrictEqual(list.calls(), (await world.list('ready')).calls)) counts.unequal += 1
      const id = random.pick(ids)
      const note = `and on ${round}`
      await world.change(id, note)
      await page.until(() => list.calls().some((call) => call.id === id && call.notes === note))
    }
  } finally {
    await cluster.stop()
  }
  return {
    name: 'R8',
    aims: [
      none('lost places that the page did not hear of', counts.silent),
      none('lists unlike the database afterwards', counts.unequal),
    ],
    figures: { seed, rounds, ...Object.fromEntries(seen) },
  }
}
