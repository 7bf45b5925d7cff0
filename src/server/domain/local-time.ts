import { Temporal } from 'temporal-polyfill'
import { formatMinuteOfDay, WEEKDAY_LABELS, WEEKDAYS, type Weekday } from './time-of-day.ts'
import { MS_PER_DAY, MS_PER_MINUTE, zoneClock } from './zone-clock.ts'

/** Days since 1970-01-01 on the wall clock of a zone. */
export type LocalDay = number

export function localDayAt(timeZone: string, instantMs: number): LocalDay {
  return Math.floor(zoneClock(timeZone).localMsAt(instantMs) / MS_PER_DAY)
}

/** `HH:MM` on the wall clock of a zone. */
export function localTimeAt(timeZone: string, instantMs: number): string {
  const localMs = zoneClock(timeZone).localMsAt(instantMs)
  const sinceMidnight = localMs - Math.floor(localMs / MS_PER_DAY) * MS_PER_DAY
  return formatMinuteOfDay(Math.floor(sinceMidnight / MS_PER_MINUTE))
}

export function weekdayOf(day: LocalDay): Weekday {
  // 1970-01-01 was a Thursday.
  const index = (((day + 3) % 7) + 7) % 7
  return WEEKDAYS[index] ?? 'monday'
}

/** `YYYY-MM-DD`. */
export function isoDateOf(day: LocalDay): string {
  return dateOf(day).toString()
}

const dateOf = (day: LocalDay) => Temporal.PlainDate.from('1970-01-01').add({ days: day })

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Thu 26 Nov`, with the year where it differs from that of `today`. */
export function describeDay(day: LocalDay, today: LocalDay): string {
  const date = dateOf(day)
  const weekday = WEEKDAY_LABELS[weekdayOf(day)].slice(0, 3)
  const year = date.year === dateOf(today).year ? '' : ` ${date.year}`
  return `${weekday} ${date.day} ${MONTHS[date.month - 1]}${year}`
}

/**
 * An instant as a person would say it now, on the wall clock of a zone: `today 15:20`,
 * `tomorrow 09:00`, `Monday 09:00` for the coming week, else `Thu 26 Nov 09:00`.
 */
export function describeInstant(
  at: Temporal.Instant,
  timeZone: string,
  now: Temporal.Instant,
): string {
  const atMs = at.epochMilliseconds
  const day = localDayAt(timeZone, atMs)
  const today = localDayAt(timeZone, now.epochMilliseconds)
  return `${nameDay(day, today)} ${localTimeAt(timeZone, atMs)}`
}

/** As `describeInstant`, but fit to be read on any day: always `Thu 26 Nov 09:00`. */
export function describeDate(
  at: Temporal.Instant,
  timeZone: string,
  now: Temporal.Instant,
): string {
  const atMs = at.epochMilliseconds
  const today = localDayAt(timeZone, now.epochMilliseconds)
  return `${describeDay(localDayAt(timeZone, atMs), today)} ${localTimeAt(timeZone, atMs)}`
}

function nameDay(day: LocalDay, today: LocalDay): string {
  if (day === today) return 'today'
  if (day === today + 1) return 'tomorrow'
  if (day === today - 1) return 'yesterday'
  if (day > today && day < today + 7) return WEEKDAY_LABELS[weekdayOf(day)]
  return describeDay(day, today)
}

/** A time zone as a person says it: `New York` for America/New_York. */
export const placeName = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')

/** `15 min`, `2 h`, `1 h 30 min`, `7 days`. */
export function describeMinutes(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) {
    const days = minutes / 1440
    return days === 1 ? '1 day' : `${days} days`
  }
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}
