import { t } from '../../i18n/t.ts'
import classes from './FilterBar.module.css'
import { DateField } from './FilterField.tsx'
import type { FilterFieldsProps } from './FilterFields.tsx'

/** Between which days calls were placed, or are due. */
export function FilterDates({ tab, address, onChange, isReached }: FilterFieldsProps) {
  const isReady = tab === 'ready'
  return (
    <fieldset
      className={classes.dates}
      aria-label={isReady ? t('Due between') : t('Called between')}
    >
      <span aria-hidden>{isReady ? t('Due') : t('Called')}</span>
      <DateField
        label={t('From date')}
        short={t('from')}
        value={address.from}
        isReached={isReached}
        max={address.to}
        onChange={(from) => onChange({ from })}
      />
      <span aria-hidden>–</span>
      <DateField
        label={t('To date')}
        short={t('to')}
        value={address.to}
        isReached={isReached}
        min={address.from}
        onChange={(to) => onChange({ to })}
      />
    </fieldset>
  )
}
