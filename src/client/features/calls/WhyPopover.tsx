import type { ReactNode } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useFirstPress } from '../../components/use-first-press.ts'
import { createPart } from '../../lib/part.ts'
import classes from './WhyPopover.module.css'

export type WhyPopoverProps = { call: Pick<Call, 'id' | 'customerName'>; children: ReactNode }

const openedPart = createPart(async () => (await import('./WhyPopoverOpened.tsx')).WhyPopoverOpened)

/** What happens to a call next, as a button that opens the list of rules behind it. */
export function WhyPopover({ call, children }: WhyPopoverProps) {
  const { Opened, buttonProps } = useFirstPress(openedPart)
  if (Opened !== null) return <Opened call={call}>{children}</Opened>
  return (
    <button
      type="button"
      className={classes.target}
      {...buttonProps}
      aria-haspopup="dialog"
      aria-expanded={false}
    >
      {children}
    </button>
  )
}
