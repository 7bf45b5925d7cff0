import { WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { firstWeekday } from '../../lib/first-weekday.ts'

/** All weekdays, in the order in which a week has them. */
export type Week = readonly Weekday[]

/** The week that begins on a weekday, of which 0 is Sunday. */
export function weekFrom(first: number): Week {
  // Ours begin on Monday.
  const begin = (first + 6) % 7
  return [...WEEKDAYS.slice(begin), ...WEEKDAYS.slice(0, begin)]
}

/** As the reader's calendars have it. */
export const readerWeek: Week = weekFrom(firstWeekday())
