import { useEffect, useRef } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { trpc } from '../../../lib/trpc.ts'

/** What lies around a call, asked again whenever the call changes. */
export function useCallHistory(call: Pick<CallDetail, 'id' | 'version'>) {
  const query = trpc.calls.history.useQuery({ id: call.id })
  const { refetch } = query
  const seen = useRef(call.version)
  useEffect(() => {
    // The feed carries the call, not who changed it.
    if (seen.current === call.version) return
    seen.current = call.version
    void refetch()
  }, [call.version, refetch])
  return query
}
