import { Link } from '@tanstack/react-router'
import type { Call } from '../../../server/domain/call.schema.ts'
import { Highlighted } from './Highlighted.tsx'
import classes from './OpenCallLink.module.css'

export type OpenCallLinkProps = {
  call: Pick<Call, 'id' | 'customerName'>
  tabIndex?: number
  /** The whole card around it is clickable. */
  isStretched?: boolean
}

/** The customer's name as a link to the opened call, so that it can be kept, sent and opened apart. */
export function OpenCallLink({ call, tabIndex, isStretched }: OpenCallLinkProps) {
  return (
    <Link
      to="/"
      search={(address) => ({ ...address, call: call.id })}
      className={classes.link}
      data-stretched={isStretched || undefined}
      // Where the focus goes for this call; in the table, that is its row.
      data-call={isStretched ? call.id : undefined}
      tabIndex={tabIndex}
      title={call.customerName}
    >
      <Highlighted text={call.customerName} />
    </Link>
  )
}
