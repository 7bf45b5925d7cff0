import { UnstyledButton } from '@mantine/core'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { isoDateOf, localDayAt } from '../../../server/domain/local-time.ts'
import { t } from '../../i18n/t.ts'
import { useCallClock } from './call-clock.tsx'
import type { CallsAddress, FilterChange } from './calls-address.ts'
import classes from './QuickFilters.module.css'
import { quickFiltersOf } from './quick-filters.ts'

export type QuickFiltersProps = {
  tab: CallTab
  address: CallsAddress
  onChange: (change: FilterChange) => void
}

/** What one looks for every day, one press away. */
export function QuickFilters({ tab, address, onChange }: QuickFiltersProps) {
  const { timeZone, nowMs } = useCallClock()
  const today = isoDateOf(localDayAt(timeZone, nowMs))
  return (
    <fieldset className={classes.chips} aria-label={t('Quick filters')}>
      {quickFiltersOf(tab, today).map(({ label, isOn, on, off }) => (
        <UnstyledButton
          key={label}
          className={classes.chip}
          aria-pressed={isOn(address)}
          onClick={() => onChange(isOn(address) ? off : on)}
        >
          {label}
        </UnstyledButton>
      ))}
    </fieldset>
  )
}
