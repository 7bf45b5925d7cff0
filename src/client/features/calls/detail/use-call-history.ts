import { useEffect, useRef } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { trpc } from '../../../lib/trpc.ts'

/** What lies around a call, changes page after page; the latest visits are on the first one. */
export const useCallHistory = ({ id }: Pick<CallDetail, 'id'>) =>
  trpc.calls.history.useInfiniteQuery({ id }, { getNextPageParam: (page) => page.nextCursor })

/** What corrected feedback said before. */
export const useOriginals = (call: Pick<CallDetail, 'id'>) =>
  useCallHistory(call).data?.pages[0]?.originals ?? []

/** Asks for it again whenever the call changes: the feed carries the call, not who changed it. */
export function useFreshHistory({ id, version }: Pick<CallDetail, 'id' | 'version'>): void {
  const utils = trpc.useUtils()
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    void utils.calls.history.invalidate({ id })
  }, [utils, id, version])
}
