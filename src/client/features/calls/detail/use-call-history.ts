import { useEffect, useRef } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { trpc } from '../../../lib/trpc.ts'

/** What lies around a call. */
export const useCallHistory = ({ id }: Pick<CallDetail, 'id'>) =>
  trpc.calls.history.useQuery({ id })

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
