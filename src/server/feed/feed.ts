import type { FeedMessage, FeedScope } from '../domain/feed.schema.ts'
import type { Sight } from '../domain/rights.ts'

export type FeedItem = { cursor: string; message: FeedMessage }

export type FeedSubscription = {
  organizationId: string
  /** Continue after this cursor; null starts at the newest change. */
  after: string | null
  /** `demo` leaves out rows of all other calls. */
  sight?: Sight
  /** Leaves out rows of calls that are not in this scope and have not just left it. */
  only?: FeedScope
  signal: AbortSignal
  /**
   * Asked once, when hello and what was missed are yielded. With a sink, all later items go there
   * and the generator only waits for its end; null, or none asked for, goes on yielding.
   */
  directly?: () => FeedSink | null
}

/** Takes items on the spot, so that one item can be made for many subscribers. */
export type FeedSink = {
  /** False when the reader is behind: the item was not taken, `onCaughtUp` will be called. */
  offer(item: FeedItem): boolean
  /** An item that will travel merged with others, because the reader is behind. */
  owe(item: FeedItem): void
  onCaughtUp: () => void
}

/** The ordered log of one organization's changes, as a stream that survives cuts. */
export type Feed = {
  /** Tells watchers that the log grew. Called after commit; may be lost without losing data. */
  announce(organizationId: string): void
  /** Ends only when `signal` aborts or the feed closes; a database that is away is waited for. */
  subscribe(subscription: FeedSubscription): AsyncGenerator<FeedItem>
  close(): Promise<void>
}
