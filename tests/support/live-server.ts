import { once } from 'node:events'
import http from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { createDb } from '../../src/server/db/client.ts'
import { listCalls } from '../../src/server/db/list-calls.ts'
import type { Deps } from '../../src/server/deps.ts'
import { callListInputSchema } from '../../src/server/domain/call-filter.schema.ts'
import { createFeed } from '../../src/server/feed/create-feed.ts'
import type { FeedOptions } from '../../src/server/feed/feed-options.ts'
import { createFeedStore } from '../../src/server/feed/feed-store.ts'
import type { WakeUps } from '../../src/server/feed/wake-ups.ts'
import { attachWebSocket } from '../../src/server/http/websocket.ts'
import { callsLive } from '../../src/server/trpc/calls-live.ts'
import type { Context } from '../../src/server/trpc/context.ts'
import { procedure, router } from '../../src/server/trpc/init.ts'
import { ManualClock } from './manual-clock.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'

const liveRouter = router({
  calls: router({
    list: procedure
      .input(callListInputSchema)
      .query(({ ctx, input }) => listCalls(ctx.deps.db, ctx.identity.organizationId, input)),
    live: callsLive,
  }),
})
export type LiveRouter = typeof liveRouter

export type LiveServerOptions = {
  databaseUrl: string
  /** The database by another way, for the feed alone. */
  feedDatabaseUrl?: string
  organizationId: string
  feed?: Partial<FeedOptions>
  wakeUps?: WakeUps
  firstWordMs?: number
  /** Hears what each socket's client said of itself. */
  onConnectionParams?: (params: unknown) => void
  /** By what `edge.closeSockets` finds the sockets. */
  socketKey?: string
}

/** A server that has the feed and the lists of one organization, on a port of its own. */
export async function startLiveServer(options: LiveServerOptions) {
  const { databaseUrl, organizationId } = options
  const db = createDb(databaseUrl)
  const feedDb = createDb(options.feedDatabaseUrl ?? databaseUrl)
  const clock = new ManualClock('2026-11-20T17:30:00Z')
  const feed = createFeed({
    store: createFeedStore(feedDb),
    wakeUps: options.wakeUps,
    clock,
    log: silentLog,
    options: { tickMs: 10, pollMs: 100, ...options.feed },
  })
  const deps: Deps = {
    db,
    clock,
    random: () => 0.5,
    provider: new ScriptedProvider(),
    feed,
    zonesOfPhone: async () => ['America/New_York'],
    log: silentLog,
  }
  const context: Context = {
    deps,
    identity: { organizationId, userId: organizationId, role: 'owner' },
    requestId: 'test',
    socketKey: options.socketKey,
  }
  const server = http.createServer(
    createHTTPHandler({ router: liveRouter, createContext: () => context, basePath: '/trpc/' }),
  )
  const edge = attachWebSocket({
    server,
    router: liveRouter,
    createContext({ info }) {
      options.onConnectionParams?.(info.connectionParams)
      return context
    },
    allowedOrigins: ['https://ringback.example'],
    log: silentLog,
    firstWordMs: options.firstWordMs,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    db,
    deps,
    feed,
    edge,
    port: address.port,
    async [Symbol.asyncDispose]() {
      await edge.drain(0)
      await feed.close()
      server.closeAllConnections()
      server.close()
      await feedDb.$disconnect()
      await db.$disconnect()
    },
  }
}
