import { Group, Input, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { fieldId, type Problems } from './schedule-problems.ts'

export type DurationUnit = { label: string; minutes: number }
export const MINUTES: DurationUnit = { label: 'minutes', minutes: 1 }
export const HOURS: DurationUnit = { label: 'hours', minutes: 60 }
export const DAYS: DurationUnit = { label: 'days', minutes: 1440 }

type DurationFieldProps = {
  path: string
  label: string
  description: string
  minutes: number
  /** From the smallest to the largest. */
  units: readonly [DurationUnit, ...DurationUnit[]]
  problems: Problems
  /** NaN while the field is empty, which the schedule's rules refuse. */
  onChange: (minutes: number) => void
}

/** A length of time in the largest unit in which it is a whole number, until another is chosen. */
export function DurationField(props: DurationFieldProps) {
  const { path, label, description, minutes, units, problems, onChange } = props
  const [chosen, setChosen] = useState<DurationUnit | null>(null)
  const isWhole = (unit: DurationUnit) => Number.isNaN(minutes) || minutes % unit.minutes === 0
  const largest = minutes === 0 ? units[0] : (units.findLast(isWhole) ?? units[0])
  const unit = chosen && isWhole(chosen) ? chosen : largest
  const amount = minutes / unit.minutes
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={problems[path]}
      labelProps={{ htmlFor: fieldId(path) }}
    >
      <Group gap="xs" wrap="nowrap" mt={5}>
        <NumberInput
          id={fieldId(path)}
          value={Number.isNaN(amount) ? '' : amount}
          onChange={(next) => onChange(next === '' ? Number.NaN : Number(next) * unit.minutes)}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          error={path in problems}
          w="7rem"
        />
        <NativeSelect
          aria-label={`${label}: unit`}
          data={units.map((offered) => offered.label)}
          value={unit.label}
          onChange={(event) => {
            const next = units.find((offered) => offered.label === event.currentTarget.value)
            if (!next) return
            setChosen(next)
            if (!Number.isNaN(amount)) onChange(amount * next.minutes)
          }}
        />
      </Group>
    </Input.Wrapper>
  )
}
