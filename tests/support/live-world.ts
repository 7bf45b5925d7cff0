import { once } from 'node:events'
import http from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { Temporal } from 'temporal-polyfill'
import { WebSocket } from 'ws'
import type { Identity } from '../../src/server/auth/identity.ts'
import { readCalls } from '../../src/server/db/call-row.ts'
import { createDb } from '../../src/server/db/client.ts'
import { listCalls } from '../../src/server/db/list-calls.ts'
import type { Deps } from '../../src/server/deps.ts'
import type { Call } from '../../src/server/domain/call.schema.ts'
import { callListInputSchema } from '../../src/server/domain/call-filter.schema.ts'
import { createFeed } from '../../src/server/feed/create-feed.ts'
import type { FeedOptions } from '../../src/server/feed/feed-options.ts'
import { attachWebSocket } from '../../src/server/http/websocket.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import { callsLive } from '../../src/server/trpc/calls-live.ts'
import type { Context } from '../../src/server/trpc/context.ts'
import { inSight } from '../../src/server/trpc/in-sight.ts'
import { may, router } from '../../src/server/trpc/init.ts'
import { makeCall, makeOrganization } from './factories.ts'
import { ManualClock } from './manual-clock.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'
import { createTestAccounts } from './test-accounts.ts'
import { createTestDatabase } from './test-database.ts'
import { makeMember } from './test-identity.ts'

// Node 20 has no WebSocket of its own; the client takes the global one, as in a browser.
Object.assign(globalThis, { WebSocket })

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

/** A server that has the feed and the lists, on a port of its own, with one organization. */
export async function createLiveWorld(
  options: {
    feed?: Partial<FeedOptions>
    feedDatabasePort?: number
    firstWordMs?: number
    publicOrigin?: string | null
  } = {},
) {
  const database = await createTestDatabase()
  const { db, appDb, systemDb } = database
  const feedUrl = new URL(database.url)
  if (options.feedDatabasePort) feedUrl.port = String(options.feedDatabasePort)
  const feedDb = createDb(feedUrl.href, { role: 'ringback_app' })
  const feedSystemDb = createDb(feedUrl.href, { role: 'ringback_dispatcher' })
  const testAccounts = await createTestAccounts(database.url)
  const clock = new ManualClock('2026-11-20T17:30:00Z')
  const organizationId = (await makeOrganization(db)).id
  const identity = await makeMember(db, organizationId)
  const feed = createFeed({
    db: feedDb,
    systemDb: feedSystemDb,
    clock,
    log: silentLog,
    options: { tickMs: 10, pollMs: 100, ...options.feed },
  })
  const deps: Deps = {
    accounts: testAccounts.accounts,
    db: appDb,
    systemDb,
    clock,
    random: () => 0.5,
    provider: new ScriptedProvider(),
    feed,
    zonesOfPhone: async () => ['America/New_York'],
    ...{ mailer: null, publicUrl: null },
    log: silentLog,
  }
  const contextFor = (identity: Identity): Context => ({ deps, identity, requestId: 'test' })
  const server = http.createServer(
    createHTTPHandler({
      router: liveRouter,
      createContext: () => contextFor(identity),
      basePath: '/trpc/',
    }),
  )
  const edge = attachWebSocket({
    server,
    router: liveRouter,
    identify: async () => identity,
    findEnded: async () => new Set(),
    contextFor,
    publicOrigin: options.publicOrigin ?? null,
    log: silentLog,
    firstWordMs: options.firstWordMs,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')

  const readAll = async (ids: readonly string[]) => {
    const calls = await readCalls(db, organizationId, ids)
    return new Map<string, Call>(calls.map((call) => [call.id, call]))
  }

  return {
    db,
    deps,
    feed,
    edge,
    organizationId,
    databaseUrl: database.url,
    port: address.port,
    readAll,
    list: (tab: 'ready' | 'missed' | 'completed', limit = 50) =>
      listCalls(db, organizationId, { tab, filter: {}, limit }),
    makeCalls: async (count: number) => {
      const ids: string[] = []
      for (let made = 0; made < count; made += 1) {
        ids.push((await makeCall(db, organizationId)).id)
      }
      return ids
    },
    /** Writes a note, or moves the call out of its tab and back, which also moves the counts. */
    change: (callId: string, how: string | 'cancel' | 'bring back') =>
      changeCall(deps, { organizationId, callId }, () => {
        if (how === 'cancel') return { event: { type: 'canceled' } }
        if (how === 'bring back') {
          const dueAt = Temporal.Instant.from('2026-11-21T15:00:00Z')
          return { event: { type: 'rescheduled', dueAt } }
        }
        return { fields: { notes: how } }
      }),
    async [Symbol.asyncDispose]() {
      await edge.drain(0)
      await feed.close()
      server.closeAllConnections()
      server.close()
      await feedDb.$disconnect()
      await testAccounts[Symbol.asyncDispose]()
      await feedSystemDb.$disconnect()
      await database[Symbol.asyncDispose]()
    },
  }
}

export type LiveWorld = Awaited<ReturnType<typeof createLiveWorld>>
