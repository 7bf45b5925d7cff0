import { WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { capitalize } from '../../i18n/capitalize.ts'
import { t } from '../../i18n/t.ts'
import { readerLocale } from '../../lib/reader-locale.ts'
import type { WindowPlace } from './week-tape.ts'

const names = new Intl.DateTimeFormat(readerLocale(), { weekday: 'long', timeZone: 'UTC' })

/** As it stands within a sentence: "Monday", "lunes". */
export const weekdayName = (weekday: Weekday): string =>
  // 1 January 2024 was a Monday.
  names.format(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(weekday)))

/** As it stands by itself: "Monday", "Lunes". */
export const weekdayTitle = (weekday: Weekday): string => capitalize(weekdayName(weekday))

/** Which window is meant, for those who cannot see its row. */
export const windowTitle = ({ weekday, index }: WindowPlace): string =>
  t('{day}, window {n}', { day: weekdayTitle(weekday), n: index + 1 })
