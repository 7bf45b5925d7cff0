import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { AuditFilter } from '../../../server/domain/audit.schema.ts'
import { trpc } from '../../lib/trpc.ts'

/**
 * The log, page after page. Asked without tRPC's own hook, which would send a field that the server
 * does not know.
 */
export function useAuditLog(filter: AuditFilter) {
  const { client } = trpc.useUtils()
  return useInfiniteQuery({
    queryKey: [['audit', 'list'], { input: filter, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.audit.list.query({ ...filter, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
