import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import {
  type LocalTimeSpan,
  WEEKDAY_LABELS,
  type Weekday,
} from '../../../server/domain/time-of-day.ts'
import { CopyDayMenu } from './CopyDayMenu.tsx'
import { fieldId, type Problems } from './schedule-problems.ts'
import classes from './WeekdayRow.module.css'
import { WindowFields } from './WindowFields.tsx'
import { suggestWindow } from './week-editing.ts'

type WeekdayRowProps = {
  weekday: Weekday
  windows: readonly LocalTimeSpan[]
  problems: Problems
  onChange: (windows: LocalTimeSpan[]) => void
  onCopyTo: (days: readonly Weekday[]) => void
}

const MAX_WINDOWS = 12

export function WeekdayRow({ weekday, windows, problems, onChange, onCopyTo }: WeekdayRowProps) {
  const label = WEEKDAY_LABELS[weekday]
  const path = `weekly.${weekday}`
  const add = () => onChange([...windows, suggestWindow(windows)])
  return (
    <fieldset className={classes.row} aria-label={label}>
      <Text className={classes.label} fw={500}>
        {label}
      </Text>
      <Stack gap="xs" className={classes.windows}>
        {windows.length === 0 && (
          <Text size="sm" c="dimmed" className={classes.closed}>
            No calls
          </Text>
        )}
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
      </Stack>
      <Group gap={4} wrap="nowrap" className={classes.actions}>
        {windows.length === 0 ? (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={add}
            aria-label={`Add a window on ${label}`}
          >
            Add
          </Button>
        ) : (
          <Tooltip label="Add a window">
            <ActionIcon
              variant="subtle"
              size="lg"
              onClick={add}
              disabled={windows.length >= MAX_WINDOWS}
              aria-label={`Add a window on ${label}`}
            >
              <IconPlus size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <CopyDayMenu weekday={weekday} onCopyTo={onCopyTo} />
      </Group>
    </fieldset>
  )
}
