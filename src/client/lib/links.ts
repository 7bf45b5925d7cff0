import {
  createWSClient,
  httpBatchLink,
  httpLink,
  splitLink,
  type TRPCLink,
  type TRPCWebSocketClient,
  type WebSocketClientOptions,
} from '@trpc/client'
// biome-ignore lint/style/noRestrictedImports: what a link answers with is made nowhere else
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '../../server/trpc/router.ts'
import { createOwnSocket } from './own-socket.ts'

export type LinkOptions = {
  /** Where the server is, like `https://ringback.example`. */
  origin: string
  /** The answer to a question that was asked ahead; null where it was not. */
  takeAnswer?: (question: { path: string; input: unknown }) => Promise<unknown> | null
  /** A number from 0 up to, not including, 1. */
  random?: () => number
  /** The server closed the socket because its session is over, or is no longer what it was. */
  onDismissed?: () => void
  /** The socket could not be opened: the server is away, or knows nobody by our cookie. */
  onRefused?: () => void
  WebSocket?: WebSocketClientOptions['WebSocket']
  /** Carries subscriptions in another way, and by `ownSocket` where that fails; absent: always so. */
  subscribeBy?: (options: {
    ownSocket: TRPCLink<AppRouter>
    onDismissed?: () => void
    onRefused?: () => void
  }) => TRPCLink<AppRouter>
}

/** The server's code at closing a socket whose session is over. */
const SIGNED_OUT = 4401

/** Asked by a server that goes, everybody comes back at once: over so long they are spread. */
const RESTART_SPREAD_MS = 7000

/**
 * How long to wait before a socket is opened again. Spread at random, so that the pages which one
 * restart cut off do not all come back in the same instant: over seconds where the server asked for
 * it, and while it may not be there yet; where only this socket was lost, it is tried soon.
 */
export function reconnectDelayMs(
  { attempt, isAsked }: { attempt: number; isAsked: boolean },
  random: () => number,
): number {
  const ceilingMs = isAsked ? RESTART_SPREAD_MS : Math.min(1000 * 2 ** attempt, 15_000)
  return 50 + Math.round(random() * ceilingMs)
}

/** A socket that opens once something is to be carried, and is kept as long as it is. */
function openSocket(options: LinkOptions): TRPCWebSocketClient {
  const { origin, random = Math.random } = options
  let wasOpen = false
  const socket = createWSClient({
    url: `${origin.replace(/^http/, 'ws')}/trpc`,
    WebSocket: options.WebSocket,
    // While the socket is still open, only the server's notice makes it look for another one.
    retryDelayMs: (attempt) =>
      reconnectDelayMs({ attempt, isAsked: attempt === 0 && wasOpen }, random),
    // A browser does not notice a cable that was pulled: ask, and give up on silence.
    keepAlive: { enabled: true, intervalMs: 5000, pongTimeoutMs: 3000 },
    // Opened by the first subscription, which nobody makes before signing in.
    lazy: { enabled: true, closeMs: 0 },
    onOpen() {
      wasOpen = true
    },
    onClose(cause) {
      if (cause?.code === SIGNED_OUT) {
        // Without this the client would knock again and again with a cookie that is worth nothing.
        void socket.close()
        options.onDismissed?.()
      } else if (!wasOpen) options.onRefused?.()
      wasOpen = false
    },
  })
  return socket
}

/**
 * Subscriptions over one socket that lasts as long as there are any, everything else over HTTP;
 * `close` ends the socket.
 */
export function createLinks(options: LinkOptions): {
  links: TRPCLink<AppRouter>[]
  close: () => Promise<void>
} {
  const ownSocket = createOwnSocket(() => openSocket(options))
  const { onDismissed, onRefused, subscribeBy = (ways) => ways.ownSocket } = options
  const http = {
    url: `${options.origin}/trpc`,
    // A form of another site cannot send it: what writes can insist on it.
    headers: { 'x-ringback': '1' },
  }
  const links: TRPCLink<AppRouter>[] = [
    ...(options.takeAnswer ? [answeredAhead(options.takeAnswer)] : []),
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: subscribeBy({ ownSocket: ownSocket.link, onDismissed, onRefused }),
      false: splitLink({
        // In a batch, the others would wait for it.
        condition: ({ context }) => context.isSlow === true,
        true: httpLink(http),
        false: httpBatchLink({ ...http, maxItems: 10 }),
      }),
    }),
  ]
  return { links, close: ownSocket.close }
}

/** Answers what was asked ahead; where that failed, or was not, asks. */
const answeredAhead =
  (takeAnswer: NonNullable<LinkOptions['takeAnswer']>): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) => {
    const answer = op.type === 'query' ? takeAnswer(op) : null
    if (answer === null) return next(op)
    return observable((observer) => {
      let end = () => {}
      let isOver = false
      answer.then(
        (data) => {
          observer.next({ result: { type: 'data', data } })
          observer.complete()
        },
        () => {
          if (!isOver) end = next(op).subscribe(observer).unsubscribe
        },
      )
      return () => {
        isOver = true
        end()
      }
    })
  }
