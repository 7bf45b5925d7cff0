import type { Call, CallDetail } from '../../../server/domain/call.schema.ts'
import type { CallPage } from '../../../server/domain/call-answers.schema.ts'
import {
  type CallListQuery,
  compareCalls,
  matchesFilter,
} from '../../../server/domain/call-filter.ts'
import { readCursor } from '../../../server/domain/feed-cursor.ts'
import { type CallNews, endOf, type FeedJournal } from './feed-journal.ts'

/**
 * One page of `calls.list`: exactly the calls of its stretch of the list as they stood at
 * `feedCursor`.
 */
export type CallListPage = CallPage & {
  /**
   * The last call of the page as it was fetched. The next page begins after it, wherever that call
   * may be by now. Absent until a change is first applied.
   */
  lastFetched?: Call
}

/** `behind`: the journal does not reach back to when the list was read, so fetch it anew. */
export type ListStep = { kind: 'current'; pages: CallListPage[] } | { kind: 'behind' }

/**
 * Brings the pages of a list up to the end of the journal. A call enters, moves or leaves only by
 * news later than its page and of a newer version; one that sorts beyond the last page that was
 * fetched stays out until that page is.
 */
export function applyFeedToList(
  pages: readonly CallListPage[],
  query: CallListQuery,
  journal: FeedJournal,
): ListStep {
  const seqs = seqsIn(pages, journal)
  if (!seqs.every((seq) => seq !== null)) return { kind: 'behind' }
  const bounded = pages.map((page) => ({ ...page, lastFetched: lastFetchedOf(page) }))
  const [oldest = journal.toSeq] = seqs.toSorted(byAge)
  const placed = newsSince(journal, oldest).map((news) => ({
    news,
    pageIndex: placeOf(news.call, bounded, query),
  }))
  const brought = bounded.map((page, index) => {
    const since = seqs[index] ?? 0n
    if (since >= journal.toSeq) return page
    const later = placed.filter(({ news }) => news.seq > since)
    const calls = applyToPage(page.calls, { later, index, query })
    return { ...page, calls, counts: journal.counts, feedCursor: endOf(journal) }
  })
  // Of pages that were read at one moment, or brought up to one, none holds a copy.
  const later = seqs.flatMap((seq, index) => (seq === oldest ? [] : [index]))
  const hasCopies = mayHoldCopies(brought, later)
  return { kind: 'current', pages: hasCopies ? withoutOlderCopies(brought) : brought }
}

const byAge = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

/** The journal holds its news oldest first, and the latest are few. */
function newsSince(journal: FeedJournal, since: bigint): CallNews[] {
  if (since >= journal.toSeq) return []
  return [...journal.news.values()].filter(({ seq }) => seq > since)
}

/** The pages' positions, or null where the journal cannot continue one. */
function seqsIn(pages: readonly CallListPage[], journal: FeedJournal): (bigint | null)[] {
  // Once brought up to one moment, they all stand at the same.
  const read = new Map<string, bigint | null>()
  return pages.map(({ feedCursor }) => {
    const known = read.get(feedCursor)
    if (known !== undefined) return known
    const at = readCursor(feedCursor)
    const seq = at?.epoch === journal.epoch && at.seq >= journal.fromSeq ? at.seq : null
    read.set(feedCursor, seq)
    return seq
  })
}

const lastFetchedOf = (page: CallListPage) =>
  page.nextCursor === null ? undefined : (page.lastFetched ?? page.calls.at(-1))

/** The page in whose stretch a call sorts; null when it is not in the list, or not on a page yet. */
function placeOf(
  call: Call | null,
  pages: readonly CallListPage[],
  query: CallListQuery,
): number | null {
  if (call === null || !matchesFilter(call, query)) return null
  const index = pages.findIndex(
    ({ nextCursor, lastFetched }) =>
      nextCursor === null ||
      (lastFetched !== undefined && compareCalls(call, lastFetched, query) <= 0),
  )
  return index === -1 ? null : index
}

function applyToPage(
  calls: Call[],
  input: {
    later: readonly { news: CallNews; pageIndex: number | null }[]
    index: number
    query: CallListQuery
  },
): Call[] {
  const { later, index, query } = input
  const known = rowsOf(calls)
  const isConcerned = later.some(({ news, pageIndex }) => pageIndex === index || known.has(news.id))
  if (!isConcerned) return calls
  const rows = new Map(known)
  let hasChanged = false
  for (const { news, pageIndex } of later) {
    const row = rows.get(news.id)
    if (row !== undefined && row.version >= news.version) continue
    if (news.call !== null && pageIndex === index) rows.set(news.id, news.call)
    else if (!rows.delete(news.id)) continue
    hasChanged = true
  }
  return hasChanged ? [...rows.values()].sort((a, b) => compareCalls(a, b, query)) : calls
}

/**
 * The rows of a page by their ids. Most news concerns one or two of the pages that are loaded, which
 * may be thousands: the others are not walked through for it.
 */
function rowsOf(calls: readonly Call[]): ReadonlyMap<string, Call> {
  const known = rowsOfPages.get(calls)
  if (known !== undefined) return known
  const rows = new Map(calls.map((call) => [call.id, call]))
  rowsOfPages.set(calls, rows)
  return rows
}

// A page's calls are replaced, never changed.
const rowsOfPages = new WeakMap<readonly Call[], ReadonlyMap<string, Call>>()

const FEW_PAGES = 4

/** Mostly one page was read after all the others, which alone can hold copies of what they hold. */
function mayHoldCopies(pages: readonly CallListPage[], later: readonly number[]): boolean {
  if (later.length > FEW_PAGES) return true
  return later.some((index) =>
    pages[index]?.calls.some(({ id }) =>
      pages.some(({ calls }, other) => other !== index && rowsOf(calls).has(id)),
    ),
  )
}

/** Pages read at different moments may both hold a call that moved between them. */
function withoutOlderCopies(pages: CallListPage[]): CallListPage[] {
  const newest = new Map<string, Call>()
  let hasCopies = false
  for (const call of pages.flatMap((page) => page.calls)) {
    const other = newest.get(call.id)
    if (other !== undefined) hasCopies = true
    if (other === undefined || call.version > other.version) newest.set(call.id, call)
  }
  if (!hasCopies) return pages
  return pages.map((page) => ({
    ...page,
    calls: page.calls.filter((call) => newest.get(call.id) === call),
  }))
}

/** The opened call with the feed's newer row, or null when the feed knows nothing newer. */
export function applyFeedToDetail(detail: CallDetail, journal: FeedJournal): CallDetail | null {
  const news = journal.news.get(detail.id)
  if (!news?.call || news.version <= detail.version) return null
  return { ...detail, ...news.call }
}
