import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { CallDetail } from '../../../server/domain/call.schema.ts'
import type { CallListQuery } from '../../../server/domain/call-filter.ts'
import { type CallTab, callTabs } from '../../../server/domain/call-status.ts'
import { applyFeedToDetail, applyFeedToList, type CallListPage } from './apply-feed-message.ts'
import type { FeedJournal } from './feed-journal.ts'

export type CallsQuery = {
  procedure: string
  input: unknown
  isInfinite: boolean
}

/**
 * Which procedure of `calls` a cached query asks; null for any other query. The tRPC hooks name a
 * query by its path, then its input and kind.
 */
export function readCallsQuery({ queryKey: [path, rest] }: Query): CallsQuery | null {
  if (!Array.isArray(path)) return null
  const [router, procedure] = path
  if (router !== 'calls' || typeof procedure !== 'string') return null
  const { input, type } = isRecord(rest) ? rest : {}
  return { procedure, input, isInfinite: type === 'infinite' }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The page has written the key of a list itself, from an address that was read with care. */
const isListInput = (input: unknown): input is Partial<CallListQuery> & { tab: CallTab } =>
  isRecord(input) && callTabs.some((tab) => tab === input.tab)

/**
 * Brings one cached list or opened call up to the end of the journal. Answers whether it is behind:
 * a list that the journal cannot continue stays as it is, to be fetched anew.
 */
export function reconcileQuery(
  queryClient: QueryClient,
  query: Query,
  journal: FeedJournal,
): boolean {
  const asked = readCallsQuery(query)
  if (asked?.procedure === 'byId') reconcileDetail(queryClient, query, journal)
  return asked?.procedure === 'list' && reconcileList(queryClient, { query, asked, journal })
}

function reconcileList(
  queryClient: QueryClient,
  input: { query: Query; asked: CallsQuery; journal: FeedJournal },
): boolean {
  const { asked, journal } = input
  const { queryKey } = input.query
  if (!isListInput(asked.input)) return false
  const data = asked.isInfinite
    ? queryClient.getQueryData<InfiniteData<CallListPage>>(queryKey)
    : queryClient.getQueryData<CallListPage>(queryKey)
  if (data === undefined) return false
  const pages = 'pages' in data ? data.pages : [data]
  const step = applyFeedToList(pages, { filter: {}, ...asked.input }, journal)
  if (step.kind === 'behind') {
    // Whoever opens it again fetches it; who has it open catches up.
    if (!input.query.state.isInvalidated) {
      void queryClient.invalidateQueries({ queryKey, exact: true, refetchType: 'none' })
    }
    return true
  }
  queryClient.setQueryData(
    queryKey,
    'pages' in data ? { ...data, pages: step.pages } : step.pages[0],
  )
  return false
}

function reconcileDetail(queryClient: QueryClient, query: Query, journal: FeedJournal): void {
  const { queryKey } = query
  const detail = queryClient.getQueryData<CallDetail>(queryKey)
  if (detail === undefined) return
  if (journal.news.get(detail.id)?.call === null) {
    // Nothing of a deleted call stays on screen, and the server says that it is gone.
    void queryClient.resetQueries({ queryKey, exact: true })
    return
  }
  const next = applyFeedToDetail(detail, journal)
  if (next === null) return
  queryClient.setQueryData(queryKey, next)
  // Attempts, transcript and recording do not travel in the feed.
  void queryClient.invalidateQueries({ queryKey, exact: true })
}

/** Asks again what depends on these calls and is not in the feed: why they are not placed now. */
export function refetchAnswersAbout(queryClient: QueryClient, callIds: ReadonlySet<string>): void {
  void queryClient.invalidateQueries({
    predicate(query) {
      const asked = readCallsQuery(query)
      if (asked?.procedure !== 'whyNotNow') return false
      return isRecord(asked.input) && callIds.has(String(asked.input.id))
    },
  })
}
