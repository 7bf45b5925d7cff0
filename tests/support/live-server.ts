import { once } from 'node:events'
import http from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import type { Identity } from '../../src/server/auth/identity.ts'
import { createDb } from '../../src/server/db/client.ts'
import { listCalls } from '../../src/server/db/list-calls.ts'
import type { Deps } from '../../src/server/deps.ts'
import { callListInputSchema } from '../../src/server/domain/call-filter.schema.ts'
import { createFeed } from '../../src/server/feed/create-feed.ts'
import type { FeedMeter } from '../../src/server/feed/feed-meter.ts'
import type { FeedOptions } from '../../src/server/feed/feed-options.ts'
import { createFeedStore } from '../../src/server/feed/feed-store.ts'
import type { WakeUps } from '../../src/server/feed/wake-ups.ts'
import { attachWebSocket } from '../../src/server/http/websocket.ts'
import { callsLive } from '../../src/server/trpc/calls-live.ts'
import type { Context } from '../../src/server/trpc/context.ts'
import { inSight } from '../../src/server/trpc/in-sight.ts'
import { may, router } from '../../src/server/trpc/init.ts'
import { localParts } from './local-parts.ts'
import { ManualClock } from './manual-clock.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'
import { createTestAccounts } from './test-accounts.ts'

const liveRouter = router({
  calls: router({
    list: may('calls.read')
      .input(callListInputSchema)
      .query(({ ctx, input }) =>
        inSight(ctx, (tx) => listCalls(tx, ctx.identity.organizationId, input)),
      ),
    live: callsLive,
  }),
})
export type LiveRouter = typeof liveRouter

export type LiveServerOptions = {
  databaseUrl: string
  /** The database by another way, for the feed alone. */
  feedDatabaseUrl?: string
  /** In whose name every socket is opened. */
  identity: Identity
  feed?: Partial<FeedOptions>
  wakeUps?: WakeUps
  meter?: FeedMeter
  firstWordMs?: number
  publicOrigin?: string | null
  /** Hears what each socket's client said of itself. */
  onConnectionParams?: (params: unknown) => void
  /** Whether the identity is no longer good. */
  hasEnded?: () => boolean
}

/** A server that has the feed and the lists of one organization, on a port of its own. */
export async function startLiveServer(options: LiveServerOptions) {
  const { databaseUrl, identity } = options
  const feedUrl = options.feedDatabaseUrl ?? databaseUrl
  const testAccounts = await createTestAccounts(databaseUrl)
  const db = createDb(databaseUrl, { role: 'ringback_app' })
  const systemDb = createDb(databaseUrl, { role: 'ringback_dispatcher' })
  const feedDb = createDb(feedUrl, { role: 'ringback_app' })
  const feedSystemDb = createDb(feedUrl, { role: 'ringback_dispatcher' })
  const clock = new ManualClock('2026-11-20T17:30:00Z')
  const feed = createFeed({
    store: createFeedStore({ db: feedDb, systemDb: feedSystemDb }),
    wakeUps: options.wakeUps,
    meter: options.meter,
    clock,
    log: silentLog,
    options: { tickMs: 10, pollMs: 100, ...options.feed },
  })
  const deps: Deps = {
    accounts: testAccounts.accounts,
    db,
    systemDb,
    clock,
    random: () => 0.5,
    provider: new ScriptedProvider(),
    feed,
    ...localParts,
    zonesOfPhone: async () => ['America/New_York'],
    mailer: null,
    publicUrl: null,
    log: silentLog,
  }
  const context: Context = { deps, identity, requestId: 'test' }
  const server = http.createServer(
    createHTTPHandler({ router: liveRouter, createContext: () => context, basePath: '/trpc/' }),
  )
  const edge = attachWebSocket({
    server,
    router: liveRouter,
    identify: async () => identity,
    identities: {
      findEnded: async () => new Set(options.hasEnded?.() ? [identity] : []),
      readChanges: async () => [],
    },
    contextFor(_, connectionParams) {
      options.onConnectionParams?.(connectionParams)
      return context
    },
    publicOrigin: options.publicOrigin ?? null,
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
      for (const each of [db, systemDb, feedDb, feedSystemDb]) await each.$disconnect()
      await testAccounts[Symbol.asyncDispose]()
    },
  }
}
