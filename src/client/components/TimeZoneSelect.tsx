import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { localTimeAt } from '../../server/domain/local-time.ts'
import { isTimeZone } from '../../server/domain/zone-clock.ts'
import { t } from '../i18n/t.ts'
import { formatLocalTime } from '../lib/format-time.ts'

type TimeZoneSelectProps = {
  id?: string
  label: string
  value: string
  onChange: (timeZone: string) => void
  error?: string | null
  disabled?: boolean
  /** The server's clock, where it is known; else the reader's own. */
  nowMs?: number
  maw?: string
}

/** One of all time zones that there are, with the time that it is there. */
export function TimeZoneSelect({
  value,
  onChange,
  nowMs = Date.now(),
  maw = '24rem',
  ...rest
}: TimeZoneSelectProps) {
  const options = useMemo(() => {
    const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), value])
    return [...names].sort().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
  }, [value])
  return (
    <Select
      {...rest}
      description={
        isTimeZone(value)
          ? t('There it is {time} now.', { time: formatLocalTime(localTimeAt(value, nowMs)) })
          : undefined
      }
      data={options}
      value={value}
      onChange={(name) => name && onChange(name)}
      searchable
      allowDeselect={false}
      limit={100}
      nothingFoundMessage={t('No such zone. Try the name of a big city nearby.')}
      maw={maw}
    />
  )
}
