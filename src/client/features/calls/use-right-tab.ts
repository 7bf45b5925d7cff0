import { useEffect, useState } from 'react'
import { tabOf } from '../../../server/domain/call-status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useCallsAddress } from './use-calls-address.ts'

/** Whoever follows a link to a call, without a tab, comes to the tab in which it stands by then. */
export function useRightTab(): void {
  const { address, showCallIn } = useCallsAddress()
  const [askedId, setAskedId] = useState(address.tab === undefined ? address.call : undefined)
  const isAsked = askedId !== undefined
  const { data } = trpc.calls.byId.useQuery({ id: askedId ?? '' }, { enabled: isAsked })
  const isStillOpen = address.tab === undefined && address.call === askedId
  useEffect(() => {
    if (data === undefined || !isAsked) return
    setAskedId(undefined)
    const tab = tabOf(data.status)
    if (isStillOpen && tab !== null && tab !== 'ready') showCallIn(tab)
  }, [data, isAsked, isStillOpen, showCallIn])
}
