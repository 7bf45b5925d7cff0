import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { t } from '../../i18n/t.ts'
import classes from './CallLines.module.css'

/** Opens a call apart from this page, so that what is being edited stays. */
export function CallLink({ callId, customerName }: { callId: string; customerName: string }) {
  return (
    <Link to="/" search={{ call: callId }} target="_blank" className={classes.link}>
      {customerName || t('A call')}
      <VisuallyHidden> {t('(opens in a new tab)')}</VisuallyHidden>
    </Link>
  )
}
