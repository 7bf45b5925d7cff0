import { CloseButton, Group, Stack, Text, Tooltip } from '@mantine/core'
import { type LocalTimeSpan, WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'
import { crossesMidnight } from './describe-window.ts'
import { LocalTimeInput } from './LocalTimeInput.tsx'
import { parseLocalTime } from './parse-local-time.ts'
import { fieldId, type Problems } from './schedule-problems.ts'
import { endOfWindow } from './week-editing.ts'
import { weekdayName, windowTitle } from './weekday-words.ts'

type WindowFieldsProps = {
  weekday: Weekday
  index: number
  window: LocalTimeSpan
  problems: Problems
  onChange: (window: LocalTimeSpan) => void
  onRemove: () => void
}

/** One window: its start, its end, and in words what those two do not show. */
export function WindowFields(props: WindowFieldsProps) {
  const { weekday, index, window, problems, onChange, onRemove } = props
  const name = windowTitle({ weekday, index })
  const startPath = `weekly.${weekday}.${index}.start`
  const endPath = `weekly.${weekday}.${index}.end`
  const messages = [problems[startPath], problems[endPath]].filter((message) => message)
  const messageId = `${fieldId(startPath)}-message`
  const describedBy = messages.length > 0 ? messageId : undefined
  return (
    <Stack gap={2}>
      <Group gap="xs" wrap="nowrap">
        <LocalTimeInput
          id={fieldId(startPath)}
          aria-label={t('{window}, start', { window: name })}
          aria-describedby={describedBy}
          value={window.start}
          onChange={(start) => onChange({ ...window, start })}
          error={startPath in problems}
          w="6.25rem"
        />
        <Text aria-hidden>–</Text>
        <LocalTimeInput
          id={fieldId(endPath)}
          aria-label={t('{window}, end', { window: name })}
          aria-describedby={describedBy}
          value={window.end}
          onChange={(end) => onChange({ ...window, end: endOfWindow(end) })}
          error={endPath in problems}
          w="6.25rem"
        />
        <Tooltip label={t('Remove this window')}>
          <CloseButton aria-label={t('Remove {window}', { window: name })} onClick={onRemove} />
        </Tooltip>
        <Text size="xs" c="dimmed" visibleFrom="xs">
          {describeReach(weekday, window)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" hiddenFrom="xs">
        {describeReach(weekday, window)}
      </Text>
      {messages.length > 0 && (
        <Text size="xs" c="var(--mantine-color-error)" id={messageId}>
          {messages.join(' ')}
        </Text>
      )}
    </Stack>
  )
}

function describeReach(weekday: Weekday, window: LocalTimeSpan): string {
  const { start, end } = window
  if (parseLocalTime(start) !== start || parseLocalTime(end) !== end || start === end) return ''
  if (start === '00:00' && end === '24:00') return t('the whole day')
  const next = WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 1) % WEEKDAYS.length]
  return next && crossesMidnight(window) ? t('into {day}', { day: weekdayName(next) }) : ''
}
