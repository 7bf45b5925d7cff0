import { localDayAt, localTimeAt } from '../../../server/domain/local-time.ts'
import { formatFully, formatSecond, formatWhen } from '../../lib/format-time.ts'

/** Where, when and in which locale a person reads: instants are told on this zone's wall clock. */
export type ReadingPlace = { timeZone: string; nowMs: number; locale: string }

/** `today 3:20 PM`, `tomorrow 9:00 AM`, `Thu, Nov 26, 9:00 AM`. */
export const whenWords = (at: string, place: ReadingPlace): string =>
  formatWhen(at, new Date(place.nowMs).toISOString(), { ...place, zoneName: 'never' })

/** `Thu, Nov 26, 9:00 AM EST`, for where a date must stand on its own. */
export const fullWords = (at: string, place: ReadingPlace): string =>
  formatFully(at, new Date(place.nowMs).toISOString(), { ...place, zoneName: 'always' })

/** `3:20:07 PM`, for steps within a call. */
export const secondWords = (at: string, place: ReadingPlace): string =>
  formatSecond(at, { ...place, zoneName: 'never' })

/** `EST`, or `GMT+2` where the zone has no usual short name. */
export function zoneWord(timeZone: string, atMs: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'short',
  }).formatToParts(atMs)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** Whether two zones show different times at an instant, so that saying which one matters. */
export const readsDifferently = (one: string, other: string, atMs: number): boolean =>
  localTimeAt(one, atMs) !== localTimeAt(other, atMs) ||
  localDayAt(one, atMs) !== localDayAt(other, atMs)
