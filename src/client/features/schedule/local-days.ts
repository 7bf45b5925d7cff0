import { isoDateOf, type LocalDay, localDayAt } from '../../../server/domain/local-time.ts'
import { isTimeZone, MS_PER_DAY } from '../../../server/domain/zone-clock.ts'

/** The day of a date `YYYY-MM-DD`. */
export const dayOf = (isoDate: string): LocalDay =>
  Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / MS_PER_DAY)

export type Today = { day: LocalDay; isoDate: string }

/** The date on the wall clock of a zone; of UTC while the zone is being chosen. */
export function todayIn(timeZone: string, nowMs: number): Today {
  const day = localDayAt(isTimeZone(timeZone) ? timeZone : 'UTC', nowMs)
  return { day, isoDate: isoDateOf(day) }
}
