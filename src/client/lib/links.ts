import {
  createWSClient,
  httpBatchLink,
  splitLink,
  type TRPCLink,
  type WebSocketClientOptions,
  wsLink,
} from '@trpc/client'
import type { AppRouter } from '../../server/trpc/router.ts'

export type LinkOptions = {
  /** Where the server is, like `https://ringback.example`. */
  origin: string
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
/** Nobody subscribes any more: the socket may go. */
const IDLE_MS = 1000

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

/**
 * Subscriptions over one socket that lasts as long as there are any, everything else over HTTP;
 * `close` ends the socket.
 */
export function createLinks(options: LinkOptions): {
  links: TRPCLink<AppRouter>[]
  close: () => Promise<void>
} {
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
    lazy: { enabled: true, closeMs: IDLE_MS },
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
  const { onDismissed, onRefused, subscribeBy = ({ ownSocket }) => ownSocket } = options
  const links: TRPCLink<AppRouter>[] = [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: subscribeBy({ ownSocket: wsLink({ client: socket }), onDismissed, onRefused }),
      false: httpBatchLink({
        url: `${origin}/trpc`,
        maxItems: 10,
        // A form of another site cannot send it: what writes can insist on it.
        headers: { 'x-ringback': '1' },
      }),
    }),
  ]
  return { links, close: () => socket.close() }
}
