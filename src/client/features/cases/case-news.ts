import type { Case } from '../../../server/domain/case.schema.ts'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'

/** Whether a message of the feed may have changed a case: each belongs to a call with a score. */
export const mayChangeCases = (message: FeedMessage): boolean =>
  message.type === 'hello' ||
  message.deleted.length > 0 ||
  message.calls.some(({ npsScore }) => npsScore !== null)

/** What this page knows already; null before the first answer. */
export type Known = { ids: ReadonlySet<string>; since: string } | null

/** Whom a case waits for, as the reader sees it. */
export const forWhom = (
  { ownerId }: Pick<Case, 'ownerId'>,
  userId: string | null,
): 'reader' | 'anyone' | 'other' => {
  if (ownerId === null) return 'anyone'
  return ownerId === userId ? 'reader' : 'other'
}

/**
 * The cases that have been opened while the page was open; those of others too, whose owner may be
 * away. No news is one that was open before and only now comes into sight, nor one that is overdue
 * as it comes: of an old visit, a sample's or an import's.
 */
export function newCases(
  newest: readonly Case[],
  known: Known,
): { news: Case[]; known: NonNullable<Known> } {
  const ids = new Set([...(known?.ids ?? []), ...newest.map(({ id }) => id)])
  if (known === null) {
    return { news: [], known: { ids, since: newest[0]?.openedAt ?? '' } }
  }
  const news = newest.filter(
    ({ id, openedAt, isOverdue }) => !known.ids.has(id) && openedAt >= known.since && !isOverdue,
  )
  return { news, known: { ids, since: known.since } }
}
