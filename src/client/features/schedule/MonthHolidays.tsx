import { Text } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import classes from './MonthHolidays.module.css'

type MonthHolidaysProps = {
  /** `YYYY-MM`. */
  month: string
  /** Holidays by date `YYYY-MM-DD`. */
  names: ReadonlyMap<string, string>
  /** Whether a holiday calendar is chosen at all. */
  isChosen: boolean
}

/** What the marked days of the shown month are called. */
export function MonthHolidays({ month, names, isChosen }: MonthHolidaysProps) {
  if (!isChosen) return null
  const listed = [...names].filter(([date]) => date.startsWith(month))
  if (listed.length === 0) {
    return (
      <Text size="xs" c="dimmed" mt="xs">
        {t('No public holiday in this month.')}
      </Text>
    )
  }
  return (
    <ul className={classes.list} aria-label={t('Public holidays of this month, without calls')}>
      {listed.map(([date, name]) => (
        <li key={date}>
          <span className={classes.day}>{Number(date.slice(8))}</span>
          {name}
        </li>
      ))}
    </ul>
  )
}
