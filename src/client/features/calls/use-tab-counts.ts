import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TabCounts } from '../../../server/domain/call.schema.ts'
import type { CallListQuery } from '../../../server/domain/call-filter.ts'
import { trpc } from '../../lib/trpc.ts'
import { PAGE_SIZE } from './page-size.ts'

/** What each tab holds without filters, from the answer that the shown list has in the cache. */
export function useTabCounts({ tab, filter, sort }: CallListQuery): TabCounts | null {
  const { data } = trpc.calls.list.useInfiniteQuery(
    { tab, filter, sort, limit: PAGE_SIZE },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      structuralSharing: false,
      // Of all that the feed changes there, only new counts draw the page around the list anew:
      // as a text, equal counts are the same.
      select: ({ pages }) => JSON.stringify(pages[0]?.counts ?? null),
    },
  )
  return useMemo(() => JSON.parse(data ?? 'null'), [data])
}
