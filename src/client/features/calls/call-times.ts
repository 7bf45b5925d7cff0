import { Temporal } from 'temporal-polyfill'
import {
  describeDay,
  describeInstant,
  localDayAt,
  localTimeAt,
} from '../../../server/domain/local-time.ts'

/** Where and when a person reads: instants are told on this wall clock, seen from this moment. */
export type ReadingPlace = { timeZone: string; nowMs: number }

/** `today 15:20`, `tomorrow 09:00`, `Thu 26 Nov 09:00`. */
export function whenWords(at: string, { timeZone, nowMs }: ReadingPlace): string {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs)
  return describeInstant(Temporal.Instant.from(at), timeZone, now)
}

/** `Thu 26 Nov 09:00 EST`, for where a date must stand on its own. */
export function fullWords(at: string, { timeZone, nowMs }: ReadingPlace): string {
  const atMs = Date.parse(at)
  const day = describeDay(localDayAt(timeZone, atMs), localDayAt(timeZone, nowMs))
  return `${day} ${localTimeAt(timeZone, atMs)} ${zoneWord(timeZone, atMs)}`
}

/** `15:20:07`, for steps within a call. */
export function secondWords(at: string, timeZone: string): string {
  const seconds = new Date(at).getUTCSeconds()
  return `${localTimeAt(timeZone, Date.parse(at))}:${String(seconds).padStart(2, '0')}`
}

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
