import { NumberInput } from '@mantine/core'
import { fieldId, type Problems } from './schedule-problems.ts'

type NumberFieldProps = {
  /** Where the number stands in the schedule; its problem is found there. */
  path: string
  label: string
  description?: string
  suffix?: string
  value: number
  min: number
  max: number
  problems: Problems
  /** NaN while the field is empty, which the schedule's rules refuse. */
  onChange: (value: number) => void
}

export function NumberField({ path, value, problems, onChange, ...input }: NumberFieldProps) {
  return (
    <NumberInput
      {...input}
      id={fieldId(path)}
      value={Number.isNaN(value) ? '' : value}
      onChange={(next) => onChange(next === '' ? Number.NaN : Number(next))}
      allowDecimal={false}
      clampBehavior="none"
      error={problems[path]}
    />
  )
}
