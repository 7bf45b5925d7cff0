import { Fieldset, Group, Stack, Text } from '@mantine/core'
import { TimeZoneSelect } from '../../components/TimeZoneSelect.tsx'
import { LocalTimeInput } from './LocalTimeInput.tsx'
import { fieldId } from './schedule-problems.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'

/** The zone of the windows, and the quiet hours that hold in the customer's own. */
export function TimeZoneFields({ draft, problems, change }: ScheduleEditing) {
  const { timeZone, quietHours } = draft
  return (
    <Stack gap="md">
      <TimeZoneSelect
        id={fieldId('timeZone')}
        label="Time zone of the windows"
        value={timeZone}
        onChange={(name) => change({ timeZone: name })}
        error={problems.timeZone}
      />
      <Fieldset legend="Quiet hours of the customer">
        <Group gap="sm" align="flex-start">
          <LocalTimeInput
            id={fieldId('quietHours.start')}
            label="From"
            value={quietHours.start}
            onChange={(start) => change({ quietHours: { ...quietHours, start } })}
            error={problems['quietHours.start']}
            w="7rem"
          />
          <LocalTimeInput
            id={fieldId('quietHours.end')}
            label="Until"
            value={quietHours.end}
            onChange={(end) => change({ quietHours: { ...quietHours, end } })}
            error={problems['quietHours.end']}
            w="7rem"
          />
        </Group>
        <Text size="sm" c="dimmed" mt="xs">
          In the customer’s own time zone. No window can widen them.
        </Text>
      </Fieldset>
    </Stack>
  )
}
