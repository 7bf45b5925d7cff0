import { Fieldset, Group, Select, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { localTimeAt } from '../../../server/domain/local-time.ts'
import { isTimeZone } from '../../../server/domain/zone-clock.ts'
import { LocalTimeInput } from './LocalTimeInput.tsx'
import { fieldId } from './schedule-problems.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'

/** The zone of the windows, and the quiet hours that hold in the customer's own. */
export function TimeZoneFields({ draft, problems, change }: ScheduleEditing) {
  const { timeZone, quietHours } = draft
  const options = useMemo(() => {
    const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), timeZone])
    return [...names].sort().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
  }, [timeZone])
  return (
    <Stack gap="md">
      <Select
        id={fieldId('timeZone')}
        label="Time zone of the windows"
        description={
          isTimeZone(timeZone) ? `There it is ${localTimeAt(timeZone, Date.now())} now.` : undefined
        }
        data={options}
        value={timeZone}
        onChange={(name) => name && change({ timeZone: name })}
        searchable
        allowDeselect={false}
        limit={100}
        nothingFoundMessage="No such zone. Try the name of a big city nearby."
        error={problems.timeZone}
        maw="24rem"
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
