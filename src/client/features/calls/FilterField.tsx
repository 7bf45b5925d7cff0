import { type SyntheticEvent, useState } from 'react'
import { useTypedDate } from '../../components/use-typed-date.ts'
import { t } from '../../i18n/t.ts'
import classes from './FilterField.module.css'
import { useIsNarrow } from './use-is-narrow.ts'

export type ChoiceProps = {
  label: string
  /** Shown while nothing is chosen. */
  short?: string
  data: readonly (string | { value: string; label: string })[] | undefined
  value: string | null
  onChange: (value: string | null) => void
}

/** The device's own list: it opens at once, and everybody knows its keys. */
export function Choice({ label, short = label, data = [], value, onChange }: ChoiceProps) {
  const options = data.map((option) =>
    typeof option === 'string' ? { value: option, label: option } : option,
  )
  // What an old address names may be gone from the list, and narrows it all the same.
  const isKnown = value === null || options.some((option) => option.value === value)
  const all = isKnown ? options : [{ value, label: value }, ...options]
  return (
    <span
      className={`${classes.field} ${classes.arrows}`}
      data-chosen={value !== null || undefined}
    >
      <select
        className={classes.input}
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        <option value="">
          {value === null ? short : t('Any {short}', { short: short.toLowerCase() })}
        </option>
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

export type DateFieldProps = {
  label: string
  short: string
  value: string | undefined
  min?: string
  max?: string
  onChange: (value: string | undefined) => void
}

/**
 * A date field once somebody comes to it: drawing the device's own takes a slow one longer than the
 * rest of the bar, and until then it would show no more than how dates are written.
 */
export function DateField({ label, short, value = '', min, max, onChange }: DateFieldProps) {
  const isTouched = useIsNarrow()
  const field = useTypedDate(value, onChange)
  const [isReached, setIsReached] = useState(false)
  const reach = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
    // At once: what becomes a date only after it has the focus leaves the keys without a part to go to.
    currentTarget.type = 'date'
    setIsReached(true)
  }
  return (
    <span className={`${classes.field} ${classes.date}`} data-chosen={value !== '' || undefined}>
      <input
        type={isTouched || isReached || field.value !== '' ? 'date' : 'text'}
        className={classes.input}
        aria-label={label}
        placeholder={short}
        min={min}
        max={max}
        onPointerEnter={reach}
        onFocus={reach}
        {...field}
      />
    </span>
  )
}
