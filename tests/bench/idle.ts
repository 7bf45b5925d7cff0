import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { changeCall } from '../../src/server/services/change-call.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { atMost, type Measurement, percentile, round } from '../support/measurement.ts'
import { houseSecret, openRealHouse, type RealHouse } from '../support/real-house.ts'
import { cpuMs, residentMb } from '../support/started-server.ts'
import { openLightSocket } from './feed/light-socket.ts'

const steps = [100, 1000, 5000, 10_000]
const socketsForMemory = 5000
const changesEach = 40
const quietMs = 5000
const atOnce = 50

/**
 * Organizations with one watcher each on one real server process, every watcher in a session of its
 * own: memory per socket, what the server needs while nothing happens, and what a change in one of
 * them costs as their number grows. IDLE_STEPS=100,1000 narrows it.
 */
export async function measure(): Promise<Measurement> {
  const wanted = process.env.IDLE_STEPS?.split(',').map(Number) ?? steps
  await using house = await openRealHouse()
  const [{ port, pid } = { port: 0, pid: 0 }] = house.servers
  const heard = new Map<string, () => void>()
  const first = await makeWatched(house)
  const cookies = [first.cookie, ...(await makeSessions(house, Math.max(...wanted) - 1))]
  const figures: Record<string, number> = {}
  const costs: number[] = []
  let open = 0
  let perSocketKb = Number.NaN
  const emptyMb = residentMb(pid)
  for (const count of wanted) {
    while (open < count) {
      const next = cookies.slice(open, Math.min(open + atOnce, count))
      await Promise.all(next.map((cookie) => watch(port, cookie, () => heard.get(cookie)?.())))
      open += next.length
    }
    await pause(2000)
    if (count === socketsForMemory) perSocketKb = ((residentMb(pid) - emptyMb) * 1024) / count
    const quietFrom = cpuMs(pid)
    await pause(quietMs)
    const quiet = (cpuMs(pid) - quietFrom) / quietMs
    const lateMs: number[] = []
    const from = cpuMs(pid)
    const beganAt = performance.now()
    for (let made = 0; made < changesEach; made += 1) {
      const told = new Promise<void>((resolve) => heard.set(first.cookie, resolve))
      const at = performance.now()
      await first.change(`${count}: ${made}`)
      await told
      lateMs.push(performance.now() - at)
    }
    // Without what the server needs in the same time while nothing happens.
    const cost = (cpuMs(pid) - from - quiet * (performance.now() - beganAt)) / changesEach
    costs.push(cost)
    figures[`${count}: CPU at rest, % of a core`] = round(quiet * 100)
    figures[`${count}: server CPU of a change, ms`] = round(cost)
    figures[`${count}: change to watcher p50, ms`] = round(percentile(lateMs, 0.5))
    console.log(count, JSON.stringify(figures))
  }
  if (perSocketKb > 0) figures['memory per idle socket, KB'] = round(perSocketKb)
  const [few = 0, ...more] = costs
  return {
    name: 'idle',
    aims: [
      atMost(
        'CPU of a change among the most, beyond twice that among the fewest',
        2,
        Math.max(0, (more.at(-1) ?? few) - 2 * few),
        'ms',
      ),
    ],
    figures,
  }
}

/** The one organization in which something happens. */
async function makeWatched(house: RealHouse) {
  const { place, cookie } = house
  const call = await makeCall(place.db, place.organizationId)
  const target = { organizationId: place.organizationId, callId: call.id }
  return {
    cookie,
    change: (notes: string) => changeCall(place.deps, target, () => ({ fields: { notes } })),
  }
}

/** So many people, each in an organization of their own, with a session; answers their cookies. */
async function makeSessions({ place: { db } }: RealHouse, count: number): Promise<string[]> {
  const { timeZone } = await makeOrganization(db)
  await db.$executeRaw`
    with org as (
      insert into "Organization" (id, name, slug, "timeZone", "feedEpoch")
      select gen_random_uuid(), 'Idle ' || i, 'idle-' || i, ${timeZone}, gen_random_uuid()
      from generate_series(1, ${count}::int) i
      returning id, slug
    ), person as (
      insert into "User" (id, name, email, "emailVerified", "createdAt", "updatedAt")
      select gen_random_uuid(), 'Idle', slug || '@x.test', false, now(), now() from org
      returning id, email
    ), member as (
      insert into "Member" (id, "organizationId", "userId", role, "createdAt")
      select gen_random_uuid(), org.id, person.id, 'agent', now()
      from org join person on person.email = org.slug || '@x.test'
    )
    insert into "Session" (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
    select gen_random_uuid(), email, id, now() + interval '1 day', now(), now() from person`
  await db.$executeRaw`analyze`
  return Array.from({ length: count }, (_, at) => {
    const token = `idle-${at + 1}@x.test`
    const mark = createHmac('sha256', houseSecret).update(token).digest('base64')
    return `ringback-session=${encodeURIComponent(`${token}.${mark}`)}`
  })
}

const subscription = { path: 'calls.live', input: { after: null } }

/** Resolves once the feed said hello to the socket. */
function watch(port: number, cookie: string, onChange: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    openLightSocket({
      port,
      path: '/trpc',
      headers: { Cookie: cookie, Origin: `http://127.0.0.1:${port}` },
      onOpen: (socket) =>
        socket.send(JSON.stringify({ id: 1, method: 'subscription', params: subscription })),
      onText(text) {
        if (text.includes('"hello"')) resolve()
        else if (text.includes('"changes"')) onChange()
      },
      onClose: () => reject(new Error('A socket was closed.')),
    })
  })
}
