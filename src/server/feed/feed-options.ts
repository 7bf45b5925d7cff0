import { systemClock } from '../clock.ts'
import type { After } from './waiting.ts'

export type FeedOptions = {
  /** Changes of one organization within a tick travel together; the first one goes at once. */
  tickMs: number
  /**
   * Telling all watchers of one organization takes at most this share of a processor: where it takes
   * long, ticks become longer, and more changes travel together.
   */
  maxDeliveryShare: number
  /** At most one wake-up of an organization goes to other processes in this time. */
  wakeUpEveryMs: number
  /** How often the heads of all watched feeds are compared, for wake-ups that were lost. */
  pollMs: number
  /** A client that is further behind than this fetches everything anew. */
  maxReplayEvents: number
  /** The most rows that one message carries; beyond, fetching everything anew is cheaper. */
  maxRows: number
  /**
   * And the most bytes of rows: well below what may wait for a reader before it is cut off, or one
   * message would cut it off every time it comes back.
   */
  maxBytes: number
  /** A database that does not answer for so long counts as away. */
  readDeadlineMs: number
  /**
   * Events older than this are forgotten, and so are those beyond the newest `keepNewest` of an
   * organization, which are never fewer than may be replayed. Whoever needs a forgotten one
   * fetches everything anew.
   */
  keepMs: number
  keepNewest: number
  pruneEveryMs: number
  /** Waits in real time: the clock of the product may stand still or run fast, sockets do not. */
  after: After
  random: () => number
}

export const defaultFeedOptions: FeedOptions = {
  tickMs: 15,
  maxDeliveryShare: 1 / 4,
  wakeUpEveryMs: 25,
  pollMs: 1500,
  maxReplayEvents: 1000,
  maxRows: 300,
  maxBytes: 512 * 1024,
  readDeadlineMs: 5000,
  keepMs: 24 * 3600 * 1000,
  keepNewest: 10_000,
  pruneEveryMs: 10 * 60 * 1000,
  after: systemClock.after,
  random: Math.random,
}
