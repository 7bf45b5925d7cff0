import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { LocalTimeSpan, Weekday } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'
import { CopyDayMenu } from './CopyDayMenu.tsx'
import { DayTrack, type WeekDrawing } from './DayTrack.tsx'
import { fieldId, type Problems } from './schedule-problems.ts'
import { addButtonId } from './use-week-editing.ts'
import classes from './WeekdayRow.module.css'
import { WindowFields } from './WindowFields.tsx'
import { weekdayName, weekdayTitle } from './weekday-words.ts'

type WeekdayRowProps = {
  weekday: Weekday
  /** Its place in the week that is drawn. */
  day: number
  windows: readonly LocalTimeSpan[]
  drawing: WeekDrawing
  problems: Problems
  onChange: (windows: LocalTimeSpan[]) => void
  onAdd: () => void
  onCopyTo: (days: readonly Weekday[]) => void
}

const MAX_WINDOWS = 12

/** One day: its windows as bars, and below them their times to the minute. */
export function WeekdayRow(props: WeekdayRowProps) {
  const { weekday, day, windows, drawing, problems, onChange, onAdd, onCopyTo } = props
  const label = weekdayTitle(weekday)
  const path = `weekly.${weekday}`
  return (
    <fieldset className={classes.row} aria-label={label}>
      <Text className={classes.label} fw={500}>
        {label}
      </Text>
      <div className={classes.track}>
        <DayTrack day={day} drawing={drawing} />
        {windows.length === 0 && (
          <Text size="sm" c="dimmed" className={classes.closed}>
            {t('No calls')}
          </Text>
        )}
      </div>
      <Group gap="xs" className={classes.windows}>
        {windows.map((window, index) => (
          <WindowFields
            // A window has no name of its own; its place in the list is all that tells it apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            weekday={weekday}
            index={index}
            window={window}
            problems={problems}
            onChange={(changed) => onChange(windows.with(index, changed))}
            onRemove={() => onChange(windows.toSpliced(index, 1))}
          />
        ))}
        {problems[path] && (
          <Text size="xs" c="var(--mantine-color-error)" id={fieldId(path)} tabIndex={-1}>
            {problems[path]}
          </Text>
        )}
      </Group>
      <Group gap={4} wrap="nowrap" className={classes.actions}>
        <Tooltip label={t('Add a window')}>
          <ActionIcon
            id={addButtonId(weekday)}
            variant="subtle"
            size="lg"
            onClick={onAdd}
            disabled={windows.length >= MAX_WINDOWS}
            aria-label={t('Add a window on {day}', { day: weekdayName(weekday) })}
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <CopyDayMenu weekday={weekday} onCopyTo={onCopyTo} />
      </Group>
    </fieldset>
  )
}
