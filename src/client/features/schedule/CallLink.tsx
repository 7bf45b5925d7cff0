import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import classes from './CallLines.module.css'

/** Opens a call apart from this page, so that what is being edited stays. */
export function CallLink({ callId, customerName }: { callId: string; customerName: string }) {
  return (
    <Link to="/" search={{ call: callId }} target="_blank" className={classes.link}>
      {customerName || 'A call'}
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </Link>
  )
}
