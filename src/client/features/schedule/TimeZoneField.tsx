import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { localTimeAt } from '../../../server/domain/local-time.ts'
import { isTimeZone } from '../../../server/domain/zone-clock.ts'
import { formatLocalTime } from '../../lib/format-time.ts'
import { fieldId } from './schedule-problems.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { useServerNow } from './use-server-clock.ts'

/** The zone in which the windows and the blocked dates are meant. */
export function TimeZoneField({ draft, problems, change }: ScheduleEditing) {
  const { timeZone } = draft
  const nowMs = useServerNow()
  const options = useMemo(() => {
    const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), timeZone])
    return [...names].sort().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
  }, [timeZone])
  return (
    <Select
      id={fieldId('timeZone')}
      label="Time zone of the windows"
      description={
        isTimeZone(timeZone)
          ? `There it is ${formatLocalTime(localTimeAt(timeZone, nowMs))} now.`
          : undefined
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
  )
}
