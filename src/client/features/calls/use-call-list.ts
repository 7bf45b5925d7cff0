import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { CallListQuery } from '../../../server/domain/call-filter.ts'
import { trpc } from '../../lib/trpc.ts'

export const PAGE_SIZE = 50
const noCalls: Call[] = []

/** The calls of one list, page after page; the live feed keeps the pages up to date in the cache. */
export function useCallList({ tab, filter, sort }: CallListQuery) {
  const query = trpc.calls.list.useInfiniteQuery(
    { tab, filter, sort, limit: PAGE_SIZE },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  )
  const pages = query.data?.pages
  const calls = useMemo(() => pages?.flatMap((page) => page.calls) ?? noCalls, [pages])
  return { ...query, calls, pageCount: pages?.length ?? 0 }
}

export type CallList = ReturnType<typeof useCallList>
