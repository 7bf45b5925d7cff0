import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyTRPCRouter } from '@trpc/server'
import { getWSConnectionHandler, jsonEncoder } from '@trpc/server/adapters/ws'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import type { Identify } from '../auth/identify.ts'
import type { Identity } from '../auth/identity.ts'
import { DomainError } from '../domain/errors.ts'
import type { Context } from '../trpc/context.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import { BoundedWebSocket } from './bounded-web-socket.ts'
import { awaitFirstWord } from './first-word.ts'
import { type IdentitySource, watchIdentities } from './identity-watch.ts'
import { createLiveLines } from './live-lines.ts'
import { createSubscriptionShare } from './subscription-share.ts'

const MAX_PAYLOAD_BYTES = 64 * 1024
const MAX_BATCH_SIZE = 10
const FIRST_WORD_MS = 9000

type Admitted = { request: IncomingMessage; identity: Identity }

export type WebSocketEdge = {
  connectionCount(): number
  /** How many sockets were cut off since the start because they did not read. */
  cutCount(): number
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
  identify: Identify
  /** Whose identity is no longer good; asked for as long as sockets are open in their name. */
  identities: IdentitySource
  contextFor: (identity: Identity, connectionParams: unknown) => Context
  /** Like `https://ringback.example`; null where people come by the address it listens on. */
  publicOrigin: string | null
  log: Logger
  /** A socket whose client has not spoken, or is not known, by then is closed. */
  firstWordMs?: number
}): WebSocketEdge {
  const { server, router, identify, identities, contextFor, publicOrigin, log } = input
  const { firstWordMs = FIRST_WORD_MS } = input
  const sockets = new WebSocketServer<typeof BoundedWebSocket>({
    noServer: true,
    clientTracking: true,
    WebSocket: BoundedWebSocket,
    maxPayload: MAX_PAYLOAD_BYTES,
    perMessageDeflate: false,
  })
  const watch = watchIdentities({ source: identities, log })
  let isDraining = false
  let cutCount = 0

  function serve(client: BoundedWebSocket, admitted: Admitted, wire: Duplex): void {
    const { request, identity } = admitted
    watch.admit(client, identity)
    // An error without a listener ends the process; the close event that follows does the rest.
    client.on('error', (error) => log.debug({ err: error }, 'A socket failed'))
    client.once('close', () => {
      if (!client.wasCut) return
      cutCount += 1
      log.info('A socket was cut off because its client does not read')
    })
    const firstWord = awaitFirstWord(client, firstWordMs)
    const lines = createLiveLines(client, wire)
    const takeRoom = createSubscriptionShare(client)
    getWSConnectionHandler<AnyTRPCRouter>({
      wss: sockets,
      router,
      maxBatchSize: MAX_BATCH_SIZE,
      keepAlive: { enabled: true, pingMs: 15_000, pongWaitMs: 5000 },
      experimental_encoder: { ...jsonEncoder, encode: lines.encode },
      createContext({ info }) {
        firstWord.becomeKnown()
        return {
          ...contextFor(identity, info.connectionParams),
          lineBehind: lines.behind,
          takeRoom,
        }
      },
      // The procedures log their own failures; what is left here is what clients get wrong.
      onError: ({ error, path }) => log.debug({ err: error, path }, 'A socket request failed'),
    })(client, request)
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => log.debug({ err: error }, 'A connection failed'))
    void admit(request).then((admitted) => {
      if (typeof admitted === 'number') return refuse(socket, admitted)
      sockets.handleUpgrade(request, socket, head, (client) => serve(client, admitted, socket))
    })
  })

  /** Whose socket it will be, or why it is refused, as an HTTP status. */
  async function admit(request: IncomingMessage): Promise<Admitted | number> {
    const refusal = refusalOf(request)
    if (refusal !== null) return refusal
    try {
      const identity = await identify(request.headers)
      if (identity === null) return 401
      return isDraining ? 503 : { request, identity }
    } catch (error) {
      if (error instanceof DomainError) return error.code === 'rate_limited' ? 429 : 401
      log.warn({ err: error }, 'A socket could not be identified')
      return 503
    }
  }

  function refusalOf({ url, headers }: IncomingMessage): number | null {
    if (url?.split('?')[0] !== '/trpc') return 404
    const { origin, host, cookie } = headers
    // Programs send neither; a browser always says where its page is from.
    if (
      origin === undefined ? cookie !== undefined : !isAllowedOrigin(origin, { host, publicOrigin })
    ) {
      return 403
    }
    return isDraining ? 503 : null
  }

  return {
    connectionCount: () => sockets.clients.size,
    cutCount: () => cutCount,
    async drain(graceMs = 500) {
      isDraining = true
      watch.close()
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
