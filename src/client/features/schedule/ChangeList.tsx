import { VisuallyHidden } from '@mantine/core'
import type { ScheduleChange } from '../../../server/domain/schedule-changes.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { withReadersClock } from '../../lib/format-time.ts'
import { groupChanges } from './group-changes.ts'
import classes from './ScheduleHistory.module.css'

/** How one schedule differs from another, part by part. */
export function ChangeList({ changes, label }: { changes: ScheduleChange[]; label: string }) {
  return (
    <ul className={classes.changes} aria-label={label}>
      {groupChanges(changes).map(({ part, before, after }) => (
        <li key={part}>
          {part}: <VisuallyHidden>{t('from|a change')} </VisuallyHidden>
          <span className={classes.before}>{valueWords(before)}</span>
          <span aria-hidden> → </span>
          <VisuallyHidden> {t('to|a change')} </VisuallyHidden>
          {valueWords(after)}
        </li>
      ))}
    </ul>
  )
}

/** Several delays or windows of one part stand one after another. */
const valueWords = (value: string): string =>
  withReadersClock(value.split(', ').map(ofServer).join(', '))
