import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { formatMinuteOfDay, minuteOfDay } from '../../../server/domain/time-of-day.ts'
import { formatLocalTime } from '../../lib/format-time.ts'
import { parseLocalTime } from './parse-local-time.ts'

type LocalTimeInputProps = {
  id: string
  value: string
  onChange: (localTime: string) => void
  label?: ReactNode
  description?: ReactNode
  'aria-label'?: string
  error?: ReactNode
  'aria-describedby'?: string | undefined
  w?: string
}

const STEP_MINUTES = 15

/**
 * A time of day as text: `9`, `0930` and `9pm` are understood, and the arrow keys move by a quarter
 * of an hour. What is not understood is handed on as written, for the schedule's rules to refuse.
 */
export function LocalTimeInput({ value, onChange, ...input }: LocalTimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = parseLocalTime(value) === value ? formatLocalTime(value) : value

  const commit = () => {
    if (typed === null) return
    setTyped(null)
    const localTime = parseLocalTime(typed) ?? typed.trim()
    if (localTime !== value) onChange(localTime)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    const current = parseLocalTime(typed ?? value)
    if (!direction || !current) return
    event.preventDefault()
    setTyped(null)
    const minute = minuteOfDay(current) + direction * STEP_MINUTES
    onChange(formatMinuteOfDay((minute + 1440) % 1440))
  }

  return (
    <TextInput
      {...input}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      autoComplete="off"
      spellCheck={false}
      placeholder={formatLocalTime('09:00')}
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
    />
  )
}
