import { Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import type { LocalTimeSpan, Weekday } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { HourAxis, type WeekDrawing } from './DayTrack.tsx'
import { PresetMenu } from './PresetMenu.tsx'
import { readerWeek } from './reader-week.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { spansWhile, useWeekDrag } from './use-week-drag.ts'
import { useWeekEditing } from './use-week-editing.ts'
import rowClasses from './WeekdayRow.module.css'
import { WeekdayRow } from './WeekdayRow.tsx'
import { isSamePlace } from './week-changes.ts'
import { spansOf } from './week-tape.ts'

/** Any number of windows for each weekday, by pointer, by keyboard, and to the minute in fields. */
export function WeekEditor({ draft, problems, change }: ScheduleEditing) {
  const helpId = useId()
  const editing = useWeekEditing({ draft, change })
  const mayChange = useRights().has('schedule.change')
  const { drag, handlers } = useWeekDrag({ weekly: draft.weekly, onDrop: editing.put })

  const setDays = (days: readonly Weekday[], windows: readonly LocalTimeSpan[]) => {
    const weekly = { ...draft.weekly }
    for (const day of days) weekly[day] = windows.map((window) => ({ ...window }))
    change({ weekly })
  }
  const drawing: WeekDrawing = {
    spans: spansWhile(drag, spansOf(draft.weekly, readerWeek)),
    drawn: drag?.grip === 'draw' ? drag.span : null,
    isDragged: (placed) => drag?.held !== null && drag !== null && isSamePlace(placed, drag.held),
    describedBy: helpId,
    onKeyDown: mayChange ? editing.onKeyDown : () => undefined,
  }

  return (
    <Stack gap="xs">
      <Group
        justify="space-between"
        align="flex-start"
        gap="xs"
        display={mayChange ? undefined : 'none'}
      >
        <Text size="xs" c="dimmed" id={helpId} flex="1 1 20rem">
          {t(
            'Drag over an empty stretch to add a window, drag a window to move it, or one of its edges. With the keyboard: arrow keys, Shift for an hour, up and down for another day, + for one more, Delete to remove.',
          )}
        </Text>
        <PresetMenu onPick={({ weekly }) => change({ weekly: structuredClone(weekly) })} />
      </Group>
      <div {...(mayChange && handlers)}>
        <div className={rowClasses.axis}>
          <HourAxis />
        </div>
        {readerWeek.map((weekday, day) => (
          <WeekdayRow
            key={weekday}
            weekday={weekday}
            day={day}
            windows={draft.weekly[weekday]}
            drawing={drawing}
            problems={problems}
            onChange={(windows) => setDays([weekday], windows)}
            onAdd={() => editing.add(weekday)}
            onCopyTo={(days) => setDays(days, draft.weekly[weekday])}
          />
        ))}
      </div>
      <VisuallyHidden role="status">{editing.said}</VisuallyHidden>
    </Stack>
  )
}
