import { Stack } from '@mantine/core'
import { type LocalTimeSpan, WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { WeekdayRow } from './WeekdayRow.tsx'

/** Any number of windows for each weekday. */
export function WeekEditor({ draft, problems, change }: ScheduleEditing) {
  const setDays = (days: readonly Weekday[], windows: readonly LocalTimeSpan[]) => {
    const weekly = { ...draft.weekly }
    for (const day of days) weekly[day] = windows.map((window) => ({ ...window }))
    change({ weekly })
  }
  return (
    <Stack gap={0}>
      {WEEKDAYS.map((weekday) => (
        <WeekdayRow
          key={weekday}
          weekday={weekday}
          windows={draft.weekly[weekday]}
          problems={problems}
          onChange={(windows) => setDays([weekday], windows)}
          onCopyTo={(days) => setDays(days, draft.weekly[weekday])}
        />
      ))}
    </Stack>
  )
}
