import { Group, Input, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import {
  type DurationUnits,
  type ShownDuration,
  showDuration,
  typeAmount,
} from './duration-units.ts'
import { fieldId, type Problems } from './schedule-problems.ts'

type DurationFieldProps = {
  path: string
  label: string
  description: string
  minutes: number
  units: DurationUnits
  problems: Problems
  /** NaN while the field is empty, which the schedule's rules refuse. */
  onChange: (minutes: number) => void
}

/** A length of time as an amount and its unit. */
export function DurationField(props: DurationFieldProps) {
  const { path, label, description, minutes, units, problems, onChange } = props
  const [shown, setShown] = useState(() => showDuration(minutes, units))
  const current = showDuration(minutes, units, shown)
  if (current !== shown) setShown(current)
  const { unit } = current
  const amount = minutes / unit.minutes
  const type = (next: ShownDuration) => {
    setShown(next)
    onChange(next.minutes)
  }
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
          onChange={(next) => type(typeAmount(next === '' ? null : Number(next), unit))}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="none"
          error={path in problems}
          w="7rem"
        />
        <NativeSelect
          aria-label={t('{field}: unit', { field: label })}
          data={units.map((offered) => offered.label)}
          value={unit.label}
          onChange={(event) => {
            const next = units.find((offered) => offered.label === event.currentTarget.value)
            if (next) type(typeAmount(Number.isNaN(amount) ? null : amount, next))
          }}
        />
      </Group>
    </Input.Wrapper>
  )
}
