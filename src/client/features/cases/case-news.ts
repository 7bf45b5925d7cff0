import type { Case } from '../../../server/domain/case.schema.ts'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'

/** Whether a message of the feed may have changed a case: each belongs to a call with a score. */
export const mayChangeCases = (message: FeedMessage): boolean =>
  message.type === 'hello' ||
  message.deleted.length > 0 ||
  message.calls.some(({ npsScore }) => npsScore !== null)

/** What this page knows already; null before the first answer. */
export type Known = { ids: ReadonlySet<string>; since: string } | null

/**
 * The cases that have been opened while the page was open and are for its reader: theirs, or
 * nobody's yet. One that was open before and only now comes into sight is no news.
 */
export function newCasesFor(
  userId: string | null,
  newest: readonly Case[],
  known: Known,
): { news: Case[]; known: NonNullable<Known> } {
  const ids = new Set([...(known?.ids ?? []), ...newest.map(({ id }) => id)])
  if (known === null) {
    return { news: [], known: { ids, since: newest[0]?.openedAt ?? '' } }
  }
  const news = newest.filter(
    ({ id, openedAt, ownerId }) =>
      !known.ids.has(id) && openedAt >= known.since && (ownerId === null || ownerId === userId),
  )
  return { news, known: { ids, since: known.since } }
}

/** A case that is overdue as it comes belongs to an old visit, of a sample or an import: nothing has happened just now. */
export const isStillDue = ({ dueAt }: Case, nowMs: number): boolean => Date.parse(dueAt) > nowMs
