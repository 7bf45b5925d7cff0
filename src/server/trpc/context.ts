import type { ClientOfRequest } from '../auth/client-of-request.ts'
import type { Identity } from '../auth/identity.ts'
import type { Deps } from '../deps.ts'
import type { FeedMessage } from '../domain/feed.schema.ts'
import type { FeedSink } from '../feed/feed.ts'

/** What every procedure gets, over HTTP, WebSocket and REST alike. */
export type Context = {
  deps: Deps
  /** Null for whoever has not signed in. */
  identity: Identity | null
  requestId: string
  /** Whether it came by a socket, which is for subscriptions alone. */
  isSocket?: boolean
  /** Where the request comes from; absent where nobody signs in. */
  client?: ClientOfRequest
  /** Makes the browser keep or forget cookies; absent where an answer cannot carry them. */
  setCookies?: (cookies: readonly string[]) => void
  /** How many times faster than life the simulator runs; null or absent for real providers. */
  providerSpeed?: number | null
  /** Where a list that answers with a bare array says how to go on. */
  reportNextCursor?: (cursor: string | null) => void
  /**
   * The socket's own way for what follows a message that a subscription has yielded, past the
   * procedure; null while that message has not been sent. Absent where there is no socket.
   */
  lineBehind?: (message: FeedMessage) => FeedSink | null
  /**
   * Takes room for a subscription on its socket and answers how to give it back; throws
   * `rate_limited` where there is none. Absent where there is no socket.
   */
  takeRoom?: () => () => void
}
