import type { Call, TabCounts } from '../../../server/domain/call.schema.ts'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'
import { readCursor, toCursor } from '../../../server/domain/feed-cursor.ts'

/** What the feed last said of one call; `call` null once it is deleted. */
export type CallNews = { id: string; version: number; seq: bigint; call: Call | null }

/**
 * What the feed said since `fromSeq`: the newest word on each call, oldest first. An answer of the
 * server read at any position from `fromSeq` on can be brought up to `toSeq` with it.
 */
export type FeedJournal = {
  epoch: string
  fromSeq: bigint
  toSeq: bigint
  counts: TabCounts
  news: ReadonlyMap<string, CallNews>
}

/** The cursor up to which the journal knows. */
export const endOf = ({ epoch, toSeq }: FeedJournal) => toCursor({ epoch, seq: toSeq })

export type JournalStep = {
  journal: FeedJournal | null
  /** True when changes may have been missed: everything on screen is to be fetched anew. */
  hasGap: boolean
}

/** Writes one message of the feed into the journal; a repeated message changes nothing. */
export function recordFeedMessage(
  journal: FeedJournal | null,
  received: { cursor: string; message: FeedMessage },
  maxNews = 2000,
): JournalStep {
  const { cursor, message } = received
  const at = readCursor(cursor)
  if (at === null) return { journal, hasGap: false }
  if (message.type === 'hello') {
    const continues =
      journal !== null && journal.epoch === at.epoch && message.recovered && at.seq <= journal.toSeq
    if (continues) return { journal, hasGap: false }
    const { epoch, seq } = at
    return {
      journal: { epoch, fromSeq: seq, toSeq: seq, counts: message.counts, news: new Map() },
      hasGap: journal !== null || !message.recovered,
    }
  }
  if (journal === null || journal.epoch !== at.epoch) return { journal, hasGap: true }
  if (at.seq <= journal.toSeq) return { journal, hasGap: false }
  const news = new Map(journal.news)
  const arrived: CallNews[] = [
    ...message.calls.map((call) => ({ id: call.id, version: call.version, seq: at.seq, call })),
    ...message.deleted.map(({ id, version }) => ({ id, version, seq: at.seq, call: null })),
  ]
  for (const item of arrived) {
    news.delete(item.id)
    news.set(item.id, item)
  }
  const fromSeq = forgetOldest(news, maxNews) ?? journal.fromSeq
  return {
    journal: { epoch: at.epoch, fromSeq, toSeq: at.seq, counts: message.counts, news },
    hasGap: false,
  }
}

/** Answers the position from which the journal is still complete, null when nothing was forgotten. */
function forgetOldest(news: Map<string, CallNews>, maxNews: number): bigint | null {
  let forgottenSeq: bigint | null = null
  for (const [id, { seq }] of news) {
    if (news.size <= maxNews && seq !== forgottenSeq) break
    news.delete(id)
    forgottenSeq = seq
  }
  return forgottenSeq
}
