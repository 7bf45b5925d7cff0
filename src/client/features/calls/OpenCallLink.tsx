import { useRouter } from '@tanstack/react-router'
import { createContext, type MouseEvent, useContext, useMemo } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { Highlighted } from './Highlighted.tsx'
import classes from './OpenCallLink.module.css'
import { useCallsAddress } from './use-calls-address.ts'

type CallLinks = { hrefOf: (callId: string) => string; open: (callId: string) => void }

export const CallLinksContext = createContext<CallLinks>({
  hrefOf: () => '#',
  open: () => undefined,
})

/** Where the calls of the list lead, found once for all of its rows. */
export function useCallLinks(): CallLinks {
  const router = useRouter()
  const { address, openCall } = useCallsAddress()
  const { href } = router.buildLocation({ to: '/', search: { ...address, call: undefined } })
  return useMemo(() => {
    const before = `${href}${href.includes('?') ? '&' : '?'}call=`
    return { hrefOf: (callId) => `${before}${callId}`, open: openCall }
  }, [href, openCall])
}

export type OpenCallLinkProps = {
  call: Pick<Call, 'id' | 'customerName'>
  tabIndex?: number
  /** The whole card around it is clickable. */
  isStretched?: boolean
}

/** The customer's name as a link to the opened call, so that it can be kept, sent and opened apart. */
export function OpenCallLink({ call, tabIndex, isStretched }: OpenCallLinkProps) {
  const { hrefOf, open } = useContext(CallLinksContext)
  const click = (event: MouseEvent) => {
    // Another key or button opens it apart, which is the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    open(call.id)
  }
  return (
    <a
      href={hrefOf(call.id)}
      onClick={click}
      className={classes.link}
      data-stretched={isStretched || undefined}
      // Where the focus goes for this call; in the table, that is its row.
      data-call={isStretched ? call.id : undefined}
      tabIndex={tabIndex}
      title={call.customerName}
    >
      <Highlighted text={call.customerName} />
    </a>
  )
}
