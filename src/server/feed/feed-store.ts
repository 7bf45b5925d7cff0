import type { Db } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { pruneFeedEvents } from '../db/prune-feed-events.ts'
import {
  type FeedHead,
  type FeedReading,
  readFeedAfter,
  readFeedHead,
  readFeedPositions,
} from '../db/read-feed.ts'
import type { FeedPosition } from '../domain/feed-cursor.ts'

/** Where the log is kept. Every method may reject while that is out of reach. */
export type FeedStore = {
  /** Null when there is no such organization, as `readAfter`. */
  readHead(organizationId: string): Promise<FeedHead | null>
  readAfter(input: {
    organizationId: string
    seq: bigint
    maxEvents: number
  }): Promise<FeedReading | null>
  /** Over several organizations; those that do not exist are left out. */
  readPositions(organizationIds: readonly string[]): Promise<Map<string, FeedPosition>>
  /** Over all organizations. Answers how many events went. */
  prune(input: { before: Date; keepNewest: number }): Promise<number>
}

/** The log in PostgreSQL. `systemDb` sees every organization, for what is about many of them. */
export function createFeedStore({ db, systemDb }: { db: Db; systemDb: Db }): FeedStore {
  return {
    readHead: (organizationId) =>
      inOrganization(db, organizationId, (tx) => readFeedHead(tx, organizationId)),
    readAfter: (input) => readFeedAfter(db, input),
    readPositions: (organizationIds) => readFeedPositions(systemDb, organizationIds),
    prune: (input) => pruneFeedEvents(systemDb, input),
  }
}
