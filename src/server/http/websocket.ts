import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyTRPCRouter } from '@trpc/server'
import {
  type CreateWSSContextFnOptions,
  getWSConnectionHandler,
  jsonEncoder,
} from '@trpc/server/adapters/ws'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import type { Context } from '../trpc/context.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import { BoundedWebSocket } from './bounded-web-socket.ts'
import { awaitFirstWord } from './first-word.ts'
import { createLiveLines } from './live-lines.ts'
import { createSocketRegistry } from './socket-registry.ts'

const MAX_PAYLOAD_BYTES = 64 * 1024
const MAX_BATCH_SIZE = 10
const FIRST_WORD_MS = 10_000

export type WebSocketEdge = {
  connectionCount(): number
  /** How many sockets were cut off since the start because they did not read. */
  cutCount(): number
  /** Silences at once the sockets whose context carried this key, then closes them. */
  closeSockets(key: string): number
  /** Tells clients to connect again, refuses newcomers, and ends what is left after `graceMs`. */
  drain(graceMs?: number): Promise<void>
}

/**
 * Serves the router's subscriptions at `/trpc` of an HTTP server. The upgrade is handled here: by
 * tRPC's own check of paths, sockets on other paths have no error listener, and one malformed
 * frame on them ends the process.
 */
export function attachWebSocket(input: {
  server: Server
  router: AnyTRPCRouter
  createContext: (options: CreateWSSContextFnOptions) => Promise<Context> | Context
  /** Origins, like `https://ringback.example`, that may connect beside the server's own host. */
  allowedOrigins: readonly string[]
  log: Logger
  /** A socket whose client has not spoken, or is not known, by then is closed. */
  firstWordMs?: number
}): WebSocketEdge {
  const { server, router, createContext, allowedOrigins, log } = input
  const { firstWordMs = FIRST_WORD_MS } = input
  const sockets = new WebSocketServer<typeof BoundedWebSocket>({
    noServer: true,
    clientTracking: true,
    WebSocket: BoundedWebSocket,
    maxPayload: MAX_PAYLOAD_BYTES,
    perMessageDeflate: false,
  })
  const registry = createSocketRegistry()
  let isDraining = false
  let cutCount = 0

  function serve(client: BoundedWebSocket, request: IncomingMessage, wire: Duplex): void {
    // An error without a listener ends the process; the close event that follows does the rest.
    client.on('error', (error) => log.debug({ err: error }, 'A socket failed'))
    client.once('close', () => {
      if (!client.wasCut) return
      cutCount += 1
      log.info('A socket was cut off because its client does not read')
    })
    const firstWord = awaitFirstWord(client, firstWordMs)
    const lines = createLiveLines(client, wire)
    getWSConnectionHandler<AnyTRPCRouter>({
      wss: sockets,
      router,
      maxBatchSize: MAX_BATCH_SIZE,
      keepAlive: { enabled: true, pingMs: 15_000, pongWaitMs: 5000 },
      experimental_encoder: { ...jsonEncoder, encode: lines.encode },
      async createContext(options) {
        const context = await createContext(options)
        firstWord.becomeKnown()
        if (context.socketKey !== undefined) registry.add(context.socketKey, client)
        return { ...context, lineBehind: lines.behind }
      },
      // The procedures log their own failures; what is left here is what clients get wrong.
      onError: ({ error, path }) => log.debug({ err: error, path }, 'A socket request failed'),
    })(client, request)
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => log.debug({ err: error }, 'A connection failed'))
    const refusal = refusalOf(request)
    if (refusal !== null) return refuse(socket, refusal)
    sockets.handleUpgrade(request, socket, head, (client) => serve(client, request, socket))
  })

  function refusalOf({ url, headers }: IncomingMessage): number | null {
    if (url?.split('?')[0] !== '/trpc') return 404
    if (!isAllowedOrigin(headers.origin, { host: headers.host, allowedOrigins })) return 403
    return isDraining ? 503 : null
  }

  return {
    connectionCount: () => sockets.clients.size,
    cutCount: () => cutCount,
    closeSockets: (key) => registry.close(key),
    async drain(graceMs = 500) {
      isDraining = true
      const notice = JSON.stringify({ id: null, method: 'reconnect' })
      for (const client of sockets.clients) {
        if (client.readyState === client.OPEN) client.send(notice)
      }
      if (!(await allGone(graceMs))) {
        for (const client of sockets.clients) client.close(1012, 'The server restarts')
        if (!(await allGone(1000))) for (const client of sockets.clients) client.terminate()
      }
      sockets.close()
    },
  }

  /** Waits for the clients to leave by themselves; answers whether they did. */
  async function allGone(withinMs: number): Promise<boolean> {
    const leaving = [...sockets.clients].map(
      (client) => new Promise<boolean>((resolve) => client.once('close', () => resolve(true))),
    )
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), withinMs)
    })
    const isEmpty = await Promise.race([Promise.all(leaving).then(() => true), late])
    clearTimeout(timer)
    return isEmpty
  }
}

function refuse(socket: Duplex, status: number): void {
  const reason = STATUS_CODES[status] ?? ''
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}
