import { VisuallyHidden } from '@mantine/core'
import type { ScheduleChange } from '../../../server/domain/schedule-changes.ts'
import { withReadersClock } from '../../lib/format-time.ts'
import { groupChanges } from './group-changes.ts'
import classes from './ScheduleHistory.module.css'

/** How one schedule differs from another, part by part. */
export function ChangeList({ changes, label }: { changes: ScheduleChange[]; label: string }) {
  return (
    <ul className={classes.changes} aria-label={label}>
      {groupChanges(changes).map(({ part, before, after }) => (
        <li key={part}>
          {part}: <VisuallyHidden>from </VisuallyHidden>
          <span className={classes.before}>{withReadersClock(before)}</span>
          <span aria-hidden> → </span>
          <VisuallyHidden> to </VisuallyHidden>
          {withReadersClock(after)}
        </li>
      ))}
    </ul>
  )
}
