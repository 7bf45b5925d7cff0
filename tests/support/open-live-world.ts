import { Temporal } from 'temporal-polyfill'
import { WebSocket } from 'ws'
import { readCalls } from '../../src/server/db/call-row.ts'
import { listCalls } from '../../src/server/db/list-calls.ts'
import type { Call } from '../../src/server/domain/call.schema.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import type { TestDatabase } from './clone-database.ts'
import { makeCall, makeOrganization } from './factories.ts'
import { type LiveServerOptions, startLiveServer } from './live-server.ts'
import { makeMember } from './test-identity.ts'

// Node 20 has no WebSocket of its own; the client takes the global one, as in a browser.
Object.assign(globalThis, { WebSocket })

export type LiveWorldOptions = Omit<LiveServerOptions, 'databaseUrl' | 'identity'> & {
  feedDatabasePort?: number
}

/**
 * One organization in the database, which it disposes of, and a server that has its feed and its
 * lists, on a port of its own.
 */
export async function openLiveWorld(database: TestDatabase, options: LiveWorldOptions = {}) {
  const { db } = database
  const feedUrl = new URL(database.url)
  if (options.feedDatabasePort) feedUrl.port = String(options.feedDatabasePort)
  const organizationId = (await makeOrganization(db)).id
  const identity = await makeMember(db, organizationId)
  const target = { databaseUrl: database.url, identity }
  const server = await startLiveServer({ ...options, ...target, feedDatabaseUrl: feedUrl.href })
  const { deps, feed, edge, port } = server

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
    identity,
    systemDb: database.systemDb,
    databaseUrl: database.url,
    port,
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
      await server[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

export type LiveWorld = Awaited<ReturnType<typeof openLiveWorld>>
