import { describe, expect, inject, it } from 'vitest'
import { createPostgresWakeUps } from '../../src/server/feed/postgres-wake-ups.ts'
import { createRedisWakeUps } from '../../src/server/feed/redis-wake-ups.ts'
import type { WakeUp, WakeUps } from '../../src/server/feed/wake-ups.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { startLiveServer } from '../support/live-server.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { startRedis } from '../support/redis-server.ts'
import { silentLog } from '../support/silent-log.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'

const log = silentLog
/** So long that nothing in a test can be owed to polling. */
const neverPolls = { pollMs: 3_600_000 }

/** Tells when the wake-ups underneath are connected, and what came by them. */
function observed(wakeUps: WakeUps) {
  const heard: WakeUp[] = []
  let connections = 0
  let check = () => {}
  const observer: WakeUps = {
    ...wakeUps,
    listen: ({ onWakeUp, onConnected }) =>
      wakeUps.listen({
        onWakeUp(wakeUp) {
          heard.push(wakeUp)
          onWakeUp(wakeUp)
          check()
        },
        onConnected() {
          connections += 1
          onConnected()
          check()
        },
      }),
  }
  const until = (isMet: () => boolean) =>
    new Promise<void>((resolve) => {
      check = () => isMet() && resolve()
      check()
    })
  return { observer, heard, connected: (times = 1) => until(() => connections >= times), until }
}

type Kind = (to: { url: string; port?: number }) => WakeUps
const throughPort = (address: string, port?: number) => {
  const url = new URL(address)
  if (port !== undefined) url.port = String(port)
  return url.href
}
const overPostgres: Kind = ({ url, port }) =>
  createPostgresWakeUps({ url: throughPort(url, port), log })
const overRedis: Kind = ({ url, port }) => createRedisWakeUps({ url: throughPort(url, port), log })

describe.each([
  ['NOTIFY', overPostgres],
  ['Redis', overRedis],
] as const)('two servers over %s', (name, kind) => {
  /** Where both servers meet: the database or a Redis of the test's own. */
  async function meetingPoint(databaseUrl: string) {
    if (name === 'NOTIFY') return { url: databaseUrl, [Symbol.asyncDispose]: async () => undefined }
    return startRedis()
  }

  it('show on one what was changed on the other, at once', async () => {
    await using point = await meetingPoint(inject('databaseUrl'))
    // NOTIFY reaches one database only, so its ears are opened once the world has its own.
    await using base = await createLiveWorld({ feed: neverPolls })
    const url = name === 'NOTIFY' ? base.databaseUrl : point.url
    const { databaseUrl, identity, organizationId } = base
    const here = observed(kind({ url }))
    const there = observed(kind({ url }))
    const options = { databaseUrl, identity, feed: neverPolls }
    await using writer = await startLiveServer({ ...options, wakeUps: here.observer })
    await using server = await startLiveServer({ ...options, wakeUps: there.observer })
    base.deps.feed = writer.feed
    await Promise.all([here.connected(), there.connected()])
    const [id = ''] = await base.makeCalls(1)
    using watcher = new FeedWatcher(server.port, null)
    await watcher.until(({ received }) => received.length === 1)
    await base.change(id, 'changed elsewhere')
    await watcher.until(({ calls }) => calls.get(id)?.notes === 'changed elsewhere')
    // The writer hears its own word too.
    await here.until(() => here.heard.length > 0)
    expect(there.heard.at(-1)).toEqual({ organizationId, seq: 1n })
  })

  it('hear each other again after the way between them was cut, and look up what was said', async () => {
    await using point = await meetingPoint(inject('databaseUrl'))
    await using base = await createLiveWorld({ feed: neverPolls })
    const url = name === 'NOTIFY' ? base.databaseUrl : point.url
    await using proxy = await startTcpProxy(Number(new URL(url).port))
    const { databaseUrl, identity } = base
    const there = observed(kind({ url, port: proxy.port }))
    const options = { databaseUrl, identity, feed: neverPolls }
    await using server = await startLiveServer({ ...options, wakeUps: there.observer })
    await there.connected()
    const [id = ''] = await base.makeCalls(1)
    using watcher = new FeedWatcher(server.port, null)
    await watcher.until(({ received }) => received.length === 1)
    proxy.refuse(true)
    proxy.cut()
    await base.change(id, 'said to nobody')
    await proxy.refusals(2)
    proxy.refuse(false)
    await watcher.until(({ calls }) => calls.get(id)?.notes === 'said to nobody')
    await there.connected(2)
  })
})

it('leaves strangers on the channel unheard', async () => {
  await using world = await createLiveWorld()
  const { observer, heard, connected, until } = observed(overPostgres({ url: world.databaseUrl }))
  observer.listen({ onWakeUp: () => undefined, onConnected: () => undefined })
  await connected()
  const { organizationId } = world
  for (const text of ['', 'hello', `${organizationId}:x`, `${organizationId}:7`]) {
    await world.db.$executeRaw`select pg_notify('ringback_feed', ${text})`
  }
  await until(() => heard.length > 0)
  expect(heard).toEqual([{ organizationId, seq: 7n }])
  await observer.close()
})
