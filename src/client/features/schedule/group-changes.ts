import type { ScheduleChange } from '../../../server/domain/schedule-changes.ts'
import { WEEKDAY_LABELS, WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { capitalize } from '../../i18n/capitalize.ts'
import { ofServer } from '../../i18n/t.ts'
import { nameDays } from './schedule-summary.ts'

/** The same changes with weekdays that changed alike in one line, where the first of them stood. */
export function groupChanges(changes: readonly ScheduleChange[]): ScheduleChange[] {
  const daysOf = ({ before, after }: ScheduleChange): Weekday[] =>
    WEEKDAYS.filter((day) =>
      changes.some(
        (other) =>
          other.part === WEEKDAY_LABELS[day] && other.before === before && other.after === after,
      ),
    )
  return changes.flatMap((change) => {
    const weekday = WEEKDAYS.find((day) => WEEKDAY_LABELS[day] === change.part)
    if (!weekday) return [{ ...change, part: ofServer(change.part) }]
    const alike = daysOf(change)
    if (alike[0] !== weekday) return []
    return [{ ...change, part: capitalize(nameDays(alike)) }]
  })
}
