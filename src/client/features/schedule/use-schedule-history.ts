import { useInfiniteQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'

const pageSize = 20

/**
 * Every version that was saved, page after page, the newest first. Asked without tRPC's own hook,
 * which would send a field that the server does not know; under its key, so that saving asks anew.
 */
export function useScheduleHistory() {
  const { client } = trpc.useUtils()
  return useInfiniteQuery({
    queryKey: [['scheduleConfig', 'history'], { type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.scheduleConfig.history.query(
        { limit: pageSize, ...(pageParam !== null && { beforeVersion: pageParam }) },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => {
      const oldest = page.at(-1)?.version ?? 1
      return page.length === pageSize && oldest > 1 ? oldest : null
    },
    staleTime: 0,
  })
}
