import { once } from 'node:events'
import http from 'node:http'
import { Server as SocketIo } from 'socket.io'
import { WebSocketServer } from 'ws'
import { createDb } from '../../../src/server/db/client.ts'
import type { Call } from '../../../src/server/domain/call.schema.ts'
import { createFeed } from '../../../src/server/feed/create-feed.ts'
import { createFeedStore } from '../../../src/server/feed/feed-store.ts'
import { createPostgresWakeUps } from '../../../src/server/feed/postgres-wake-ups.ts'
import { attachFeed } from '../../support/attach-feed.ts'
import { silentLog } from '../../support/silent-log.ts'
import { createMemoryStore } from './memory-store.ts'

/** A server that is about to be measured; `change` makes one change and tells every subscriber. */
export type Contestant = { port: number; change: (call: Call) => void }

/** The plain limit: one broadcast per change. */
async function ws(): Promise<Contestant> {
  const server = http.createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  return {
    port: await listen(server),
    change(call) {
      const text = JSON.stringify(call)
      for (const socket of sockets.clients) socket.send(text)
    },
  }
}

async function socketIo(): Promise<Contestant> {
  const server = http.createServer()
  const io = new SocketIo(server, { transports: ['websocket'] })
  return { port: await listen(server), change: (call) => void io.emit('change', call) }
}

/** The feed and its sockets as they are, over a log in memory. */
async function ringback(): Promise<Contestant> {
  const server = http.createServer()
  const { store, append } = createMemoryStore()
  const feed = createFeed({ store, log: silentLog })
  const organizationId = 'bench'
  await attachFeed(server, { feed, organizationOf: () => organizationId })
  return {
    port: await listen(server),
    change(call) {
      append(organizationId, call)
      feed.announce(organizationId)
    },
  }
}

async function listen(server: http.Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

/** The feed over PostgreSQL; another process commits the changes. */
async function ringbackFromCommit(): Promise<Contestant> {
  const { DATABASE_URL: url, ORGANIZATION_ID: organizationId } = process.env
  if (url === undefined || organizationId === undefined) throw new Error('Name the database.')
  const server = http.createServer()
  const feed = createFeed({
    store: createFeedStore({
      db: createDb(url, { role: 'ringback_app' }),
      systemDb: createDb(url, { role: 'ringback_dispatcher' }),
    }),
    wakeUps: createPostgresWakeUps({ url, log: silentLog }),
    log: silentLog,
  })
  await attachFeed(server, { feed, organizationOf: () => organizationId })
  return { port: await listen(server), change: () => undefined }
}

export const contestants = { ws, socketIo, ringback, ringbackFromCommit }
export type ContestantName = keyof typeof contestants
