import type { FeedMessage } from '../domain/feed.schema.ts'
import type { Sight } from '../domain/rights.ts'

export type FeedItem = { cursor: string; message: FeedMessage }

export type FeedSubscription = {
  organizationId: string
  /** Continue after this cursor; null starts at the newest change. */
  after: string | null
  /** `demo` leaves out rows of all other calls. */
  sight?: Sight
  signal: AbortSignal
}

/** The ordered log of one organization's changes, as a stream that survives cuts. */
export type Feed = {
  /** Tells watchers that the log grew. Called after commit; may be lost without losing data. */
  announce(organizationId: string): void
  /** Ends only when `signal` aborts or the feed closes; a database that is away is waited for. */
  subscribe(subscription: FeedSubscription): AsyncGenerator<FeedItem>
  close(): Promise<void>
}
