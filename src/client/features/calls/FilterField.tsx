import { useTypedDate } from '../../components/use-typed-date.ts'
import { t } from '../../i18n/t.ts'
import classes from './FilterField.module.css'

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
  isReached: boolean
  onChange: (value: string | undefined) => void
}

/**
 * A date field once somebody comes to the bar: drawing the device's own takes a slow one longer than
 * the rest of it, and until then it would show no more than how dates are written.
 */
export function DateField(props: DateFieldProps) {
  const { label, short, value = '', min, max, isReached, onChange } = props
  const field = useTypedDate(value, onChange)
  return (
    <span className={`${classes.field} ${classes.date}`} data-chosen={value !== '' || undefined}>
      <input
        type={isReached || field.value !== '' ? 'date' : 'text'}
        className={classes.input}
        aria-label={label}
        placeholder={short}
        min={min}
        max={max}
        {...field}
      />
    </span>
  )
}
