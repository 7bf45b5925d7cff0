import type { FeedHead } from '../db/read-feed.ts'
import { type FeedPosition, readCursor, toCursor } from '../domain/feed-cursor.ts'
import type { FeedItem } from './feed.ts'
import { type BatchLimits, toBatch, toItem } from './feed-batch.ts'
import type { FeedStore } from './feed-store.ts'
import type { FeedView } from './feed-view.ts'

export type Opening = {
  /** Hello, and what was missed. */
  items: FeedItem[]
  position: FeedPosition
  /** Whether it continues; null where there was nothing to continue. */
  isRecovered: boolean | null
}

/**
 * How a subscription begins. With a cursor that the log still continues, hello stands at that
 * cursor and what was missed follows; were hello to stand at the end, a cut right behind it would
 * lose what was missed.
 */
export async function openSubscription(
  store: Pick<FeedStore, 'readHead' | 'readAfter'>,
  input: BatchLimits & {
    organizationId: string
    after: string | null
    view: FeedView
    maxReplayEvents: number
    sentAt: string
  },
): Promise<Opening> {
  const { organizationId, sentAt } = input
  const head = await store.readHead(organizationId)
  if (head === null) throw new Error('The organization does not exist.')
  if (input.after === null)
    return { ...openAt(head, { recovered: true, sentAt }), isRecovered: null }
  const after = readCursor(input.after)
  if (after === null || after.epoch !== head.epoch || after.seq > head.seq) {
    return openAt(head, { recovered: false, sentAt })
  }
  const { seq } = after
  const maxEvents = input.maxReplayEvents
  const reading = await store.readAfter({ organizationId, seq, maxEvents })
  if (reading === null) throw new Error('The organization does not exist.')
  const batch = toBatch(after, reading, input)
  if (batch.rows === null) return openAt(reading.head, { recovered: false, sentAt })
  const opening = openAt({ ...after, counts: reading.head.counts }, { recovered: true, sentAt })
  const { epoch, seq: endSeq } = reading.head
  return {
    items: endSeq > seq ? [...opening.items, toItem(batch, seq, input.view)] : opening.items,
    position: { epoch, seq: endSeq },
    isRecovered: true,
  }
}

function openAt(head: FeedHead, how: { recovered: boolean; sentAt: string }): Opening {
  const { epoch, seq, counts } = head
  const position = { epoch, seq }
  return {
    items: [{ cursor: toCursor(position), message: { type: 'hello', counts, ...how } }],
    position,
    isRecovered: how.recovered,
  }
}
