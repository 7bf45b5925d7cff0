import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallListQuery } from '../../../server/domain/call-filter.ts'
import { trpc } from '../../lib/trpc.ts'
import { PAGE_SIZE } from './page-size.ts'

const noCalls: Call[] = []

/** The calls of one list, page after page; the live feed keeps the pages up to date in the cache. */
export function useCallList({ tab, filter, sort }: CallListQuery) {
  const query = trpc.calls.list.useInfiniteQuery(
    { tab, filter, sort, limit: PAGE_SIZE },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      // To compare every row of a long list with what it was costs more than it spares: rows that
      // did not change are the same objects anyway.
      structuralSharing: false,
    },
  )
  const pages = query.data?.pages
  // Thousands of pages are joined at every change: `flatMap` goes through them call by call.
  const calls = useMemo(
    () => (pages === undefined ? noCalls : noCalls.concat(...pages.map((page) => page.calls))),
    [pages],
  )
  return { ...query, calls, pageCount: pages?.length ?? 0 }
}

export type CallList = ReturnType<typeof useCallList>
