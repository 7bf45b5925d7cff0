import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import type { CallDetail } from '../../../server/domain/call.schema.ts'
import { callListInputSchema } from '../../../server/domain/call-filter.schema.ts'
import { applyFeedToDetail, applyFeedToList, type CallListPage } from './apply-feed-message.ts'
import type { FeedJournal } from './feed-journal.ts'

/** How the tRPC hooks name a query: its path, then its input and kind. */
const queryKeySchema = z.tuple([
  z.tuple([z.literal('calls'), z.string()]),
  z.object({ input: z.unknown(), type: z.string().optional() }).optional(),
])
const byIdInputSchema = z.object({ id: z.string() })

export type CallsQuery = {
  procedure: string
  input: unknown
  isInfinite: boolean
}

/** Which procedure of `calls` a cached query asks; null for any other query. */
export function readCallsQuery(query: Query): CallsQuery | null {
  const key = queryKeySchema.safeParse(
    query.queryKey.length === 1 ? [query.queryKey[0], {}] : query.queryKey,
  )
  if (!key.success) return null
  const [[, procedure], rest] = key.data
  return { procedure, input: rest?.input, isInfinite: rest?.type === 'infinite' }
}

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
  const list = callListInputSchema.safeParse(asked.input)
  if (!list.success) return false
  const data = asked.isInfinite
    ? queryClient.getQueryData<InfiniteData<CallListPage>>(queryKey)
    : queryClient.getQueryData<CallListPage>(queryKey)
  if (data === undefined) return false
  const pages = 'pages' in data ? data.pages : [data]
  const step = applyFeedToList(pages, list.data, journal)
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
      const input = byIdInputSchema.safeParse(asked.input)
      return input.success && callIds.has(input.data.id)
    },
  })
}
