import { Group } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { LocalTimeInput } from './LocalTimeInput.tsx'
import { fieldId } from './schedule-problems.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'

/** When no customer is called, on the customer's own clock. */
export function QuietHoursFields({ draft, problems, change }: ScheduleEditing) {
  const { quietHours } = draft
  return (
    <Group gap="sm" align="flex-start">
      <LocalTimeInput
        id={fieldId('quietHours.start')}
        label={t('From')}
        value={quietHours.start}
        onChange={(start) => change({ quietHours: { ...quietHours, start } })}
        error={problems['quietHours.start']}
        w="7rem"
      />
      <LocalTimeInput
        id={fieldId('quietHours.end')}
        label={t('Until')}
        value={quietHours.end}
        onChange={(end) => change({ quietHours: { ...quietHours, end } })}
        error={problems['quietHours.end']}
        w="7rem"
      />
    </Group>
  )
}
