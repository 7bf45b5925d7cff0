import type { WebSocketClientOptions } from '@trpc/client'
import { WebSocket } from 'ws'
import { systemClock } from '../../src/server/clock.ts'
import { createFeed } from '../../src/server/feed/create-feed.ts'
import { createFeedStore } from '../../src/server/feed/feed-store.ts'
import { createPostgresWakeUps } from '../../src/server/feed/postgres-wake-ups.ts'
import { createRedisWakeUps } from '../../src/server/feed/redis-wake-ups.ts'
import { createPerson, hashOfPassword } from '../../src/server/services/create-person.ts'
import { cloneDatabase } from './clone-database.ts'
import { startCluster } from './cluster.ts'
import { makeOrganization } from './factories.ts'
import { type RedisServer, startRedis } from './redis-server.ts'
import { silentLog } from './silent-log.ts'
import { type SourceServer, startSourceServer } from './source-server.ts'
import { startTcpProxy } from './tcp-proxy.ts'
import type { FeedPlace } from './trials/feed-place.ts'
import { WebVisitor } from './walls/web-visitor.ts'

// Node 20 has no WebSocket of its own; tRPC's client takes the global one, as in a browser.
Object.assign(globalThis, { WebSocket })

const password = 'correct horse battery staple'
/** Signs the cookies of every house, so that a test can sign one too. */
export const houseSecret = 'only for houses that tests build and tear down'

/**
 * Real server processes on one PostgreSQL, somebody who is signed in at them, and this process as
 * the one that writes: servers hear of it by wake-ups only. The way to the database leads through a
 * proxy, behind which it may go away and come back, or is direct: this process is the proxy, and what
 * it carries takes processor time from what is measured.
 */
export async function openRealHouse({
  servers: count = 1,
  over = 'NOTIFY',
  isDirect = false,
  env = {},
}: {
  servers?: number
  over?: 'NOTIFY' | 'Redis'
  isDirect?: boolean
  env?: Record<string, string>
} = {}) {
  const cluster = await startCluster()
  const way = await startTcpProxy(Number(new URL(cluster.url).port))
  const clusterUrl = new URL(cluster.url)
  if (!isDirect) clusterUrl.port = String(way.port)
  const { templateName } = cluster
  const database = await cloneDatabase({ url: clusterUrl.href, templateName })
  const { db, appDb, systemDb, url } = database
  const redis: RedisServer | null = over === 'Redis' ? await startRedis() : null
  const serverEnv = {
    DATABASE_URL: url,
    SECRET: houseSecret,
    LOG_LEVEL: 'error',
    ...(redis && { REDIS_URL: redis.url }),
    ...env,
  }
  const start = (more: Record<string, string> = {}) => startSourceServer({ ...serverEnv, ...more })
  const servers: SourceServer[] = []
  while (servers.length < count) servers.push(await start())
  const [first] = servers
  if (first === undefined) throw new Error('A house has at least one server.')

  const organizationId = (await makeOrganization(db)).id
  const email = 'robin@x.test'
  const passwordHash = await hashOfPassword(password)
  const { id: userId } = await db.$transaction((tx) =>
    createPerson(tx, { name: 'Robin', email, passwordHash }, new Date()),
  )
  await db.member.create({ data: { organizationId, userId, role: 'owner' } })
  const visitor = new WebVisitor(`http://127.0.0.1:${first.port}`)
  const { status } = await visitor.mutate('account.signIn', { email, password })
  if (status !== 200) throw new Error(`Signing in was answered with ${status}.`)
  const { cookie } = visitor

  const feed = createFeed({
    store: createFeedStore({ db: appDb, systemDb }),
    wakeUps:
      redis === null
        ? createPostgresWakeUps({ url, log: silentLog })
        : createRedisWakeUps({ url: redis.url, log: silentLog }),
    log: silentLog,
  })
  const place: FeedPlace = {
    db,
    organizationId,
    headers: { cookie },
    deps: { db: appDb, clock: systemClock, feed },
    ports: servers.map(({ port }) => port),
    WebSocket: socketWith(cookie),
  }
  return {
    place,
    cluster,
    way,
    servers,
    start,
    cookie,
    userId,
    url,
    async [Symbol.asyncDispose]() {
      await feed.close()
      for (const { child, kill } of servers) {
        if (child.exitCode === null && child.signalCode === null) await kill('SIGKILL')
      }
      await way[Symbol.asyncDispose]()
      await redis?.[Symbol.asyncDispose]()
      for (const each of [db, appDb, systemDb]) await each.$disconnect()
      await cluster.stop()
    },
  }
}

export type RealHouse = Awaited<ReturnType<typeof openRealHouse>>

export type SocketClass = NonNullable<WebSocketClientOptions['WebSocket']>

/** A WebSocket as a browser has it: with its cookie, and the page's origin. */
export function socketWith(cookie: string, onOpen?: () => void): SocketClass {
  class Socket extends WebSocket {
    constructor(address: string | URL) {
      const origin = new URL(address).origin.replace(/^ws/, 'http')
      super(address, { headers: { cookie, origin } })
      if (onOpen) this.on('open', onOpen)
    }
  }
  // tRPC asks for the browser's class, of which this one has all that it uses.
  return Socket as unknown as SocketClass
}
