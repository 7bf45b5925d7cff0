import { createPostgresWakeUps } from '../../src/server/feed/postgres-wake-ups.ts'
import { createRedisWakeUps } from '../../src/server/feed/redis-wake-ups.ts'
import { startLiveServer } from './live-server.ts'
import { createLiveWorld } from './live-world.ts'
import { startRedis } from './redis-server.ts'
import { silentLog } from './silent-log.ts'
import type { FeedPlace } from './trials/feed-place.ts'

/** A writer, and two servers that hear of it by wake-ups, long before they would poll. */
export async function openTwoServers(over: 'NOTIFY' | 'Redis') {
  const world = await createLiveWorld()
  const redis = over === 'Redis' ? await startRedis() : null
  const { databaseUrl, identity, db, organizationId } = world
  const start = () =>
    startLiveServer({
      databaseUrl,
      identity,
      feed: { pollMs: 2000 },
      wakeUps:
        redis === null
          ? createPostgresWakeUps({ url: databaseUrl, log: silentLog })
          : createRedisWakeUps({ url: redis.url, log: silentLog }),
    })
  const servers = [await start(), await start(), await start()] as const
  const [writer, ...others] = servers
  const ports = others.map(({ port }) => port)
  const place: FeedPlace = { db, organizationId, deps: writer.deps, ports }
  return {
    place,
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server[Symbol.asyncDispose]()
      await redis?.[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    },
  }
}
