import { isoDateOf, type LocalDay, localDayAt } from '../../server/domain/local-time.ts'
import { ofServer, t } from '../i18n/t.ts'
import { readerLocale } from './reader-locale.ts'

/** Locale and zone default to the reader's own. */
export type TimeFormat = {
  locale?: string
  timeZone?: string
  /** Whether a time says its zone: by default only where that is not the reader's. */
  zoneName?: 'foreign' | 'always' | 'never'
}

let knownZone: { name: string; offsets: string } | null = null

/**
 * Asked for with every time that is told. A traveller's device changes it; then one of its offsets
 * changes too: the one of now, or that of a winter or a summer.
 */
function readerTimeZone(): string {
  const now = new Date()
  const year = now.getFullYear()
  const offsets = [now, new Date(year, 0), new Date(year, 6)]
    .map((at) => at.getTimezoneOffset())
    .join()
  if (knownZone?.offsets !== offsets) {
    knownZone = { name: Intl.DateTimeFormat().resolvedOptions().timeZone, offsets }
  }
  return knownZone.name
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs far more than using it, and lists use the same few. */
function formatterOf(locale: string, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, options])
  const known = formatters.get(key)
  if (known !== undefined) return known
  const plain = new Intl.DateTimeFormat(locale, options)
  // "9:00 AM", but "09:00".
  const isPadded = options.hour !== undefined && plain.resolvedOptions().hour12 === false
  const made = isPadded ? new Intl.DateTimeFormat(locale, { ...options, hour: '2-digit' }) : plain
  formatters.set(key, made)
  return made
}

function format(instant: string, how: TimeFormat, parts: Intl.DateTimeFormatOptions): string {
  const { timeZone = readerTimeZone(), locale = readerLocale(), zoneName = 'foreign' } = how
  const isForeign = zoneName === 'foreign' && timeZone !== readerTimeZone()
  const saysZone = parts.hour !== undefined && (zoneName === 'always' || isForeign)
  const options = { ...parts, timeZone, ...(saysZone && { timeZoneName: 'short' as const }) }
  const text = formatterOf(locale, options).format(Date.parse(instant))
  // A line may break before a time, not within it.
  return text.replace(/\s([ap]m\b|[ap]\.\s?m\.)/i, (mark) => mark.replaceAll(/\s/g, '\u00a0'))
}

const timeParts = { hour: 'numeric', minute: '2-digit' } as const
const dayParts = { month: 'short', day: 'numeric' } as const
const weekdayParts = { weekday: 'short', ...dayParts } as const
const fullDayParts = { ...dayParts, year: 'numeric' } as const

/** "3:20 PM" or "15:20". */
export const formatTime = (instant: string, how: TimeFormat = {}): string =>
  format(instant, how, timeParts)

/** "3:20:07 PM" or "15:20:07". */
export const formatSecond = (instant: string, how: TimeFormat = {}): string =>
  format(instant, how, { ...timeParts, second: '2-digit' })

/** "Nov 20, 2026". */
export const formatDate = (instant: string, how: TimeFormat = {}): string =>
  format(instant, how, fullDayParts)

/** "Fri, Nov 20, 3:20 PM", with the year once that is not the one of `now`. */
export function formatFully(instant: string, now: string, how: TimeFormat = {}): string {
  const isThisYear = yearOf(instant, how) === yearOf(now, how)
  const year = isThisYear ? {} : ({ year: 'numeric' } as const)
  return format(instant, how, { ...weekdayParts, ...year, ...timeParts })
}

const yearOf = (instant: string, how: TimeFormat) => format(instant, how, { year: 'numeric' })

const nearDays = new Map([
  [-1, t('yesterday')],
  [0, t('today')],
  [1, t('tomorrow')],
])

/**
 * As short as it can be said at `now`: "today 3:20 PM", "Monday 9:00 AM" for the coming week, else
 * "Fri, Nov 20, 3:20 PM".
 */
export function formatWhen(instant: string, now: string, how: TimeFormat = {}): string {
  const { timeZone = readerTimeZone() } = how
  const days = localDayAt(timeZone, Date.parse(instant)) - localDayAt(timeZone, Date.parse(now))
  const isThisWeek = days > 1 && days < 7
  const weekday = () => format(instant, how, { weekday: 'long' })
  const day = isThisWeek ? t('{weekday}|in a sentence', { weekday: weekday() }) : nearDays.get(days)
  return day ? `${day} ${formatTime(instant, how)}` : formatFully(instant, now, how)
}

/** "Fri, Nov 20", with the year once that is not the one of `today`. */
export function formatDay(day: LocalDay, today: LocalDay, locale = readerLocale()): string {
  const [date, ofToday] = [isoDateOf(day), isoDateOf(today)]
  const isThisYear = date.slice(0, 4) === ofToday.slice(0, 4)
  const parts = { ...weekdayParts, ...(isThisYear ? {} : ({ year: 'numeric' } as const)) }
  return format(`${date}T00:00:00Z`, { locale, timeZone: 'UTC' }, parts)
}

/** "3:20 PM" for `15:20`, on no day in particular; the end of a day is `24:00`. */
export function formatLocalTime(localTime: string, locale = readerLocale()): string {
  const [hours = '0', minutes = '00'] = localTime.split(':')
  const isEndOfDay = hours === '24'
  const at = `2000-01-01T${isEndOfDay ? '00' : hours}:${minutes}:00Z`
  const text = formatTime(at, { locale, timeZone: 'UTC', zoneName: 'never' })
  return isEndOfDay ? text.replace(/^00/, '24') : text
}

/** "9 AM" or "09", for the marks of an axis. */
export function formatHour(hour: number, locale = readerLocale()): string {
  const at = `2000-01-01T${String(hour % 24).padStart(2, '0')}:00:00Z`
  const text = format(at, { locale, timeZone: 'UTC', zoneName: 'never' }, { hour: 'numeric' })
  return hour === 24 ? text.replace(/^00/, '24') : text
}

/**
 * A sentence of the server, which writes each time as `15:20`, each date as `Fri 20 Nov` and each
 * zone by its name in the database, as the reader would say it: "Closed until tomorrow 9:00 AM",
 * "Fri, Nov 20 is a blocked date", "in America/New York".
 */
export function withReadersClock(sentence: string, locale = readerLocale()): string {
  return ofServer(sentence)
    .replaceAll(/\b(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)\b/g, (time) => formatLocalTime(time, locale))
    .replaceAll(
      /\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}(?: \d{4})?\b( (?=\d))?/g,
      (date, beforeTime) =>
        beforeTime
          ? `${formatWrittenDay(date.trimEnd(), locale)}, `
          : formatWrittenDay(date, locale),
    )
    .replaceAll(/\b[A-Z][A-Za-z]+(?:\/[A-Z][\w+-]+)+/g, (zone) => zone.replaceAll('_', ' '))
}

/** The server leaves the year out where it is the current one; the weekday tells which that is. */
function formatWrittenDay(written: string, locale: string): string {
  const [weekday = '', day = '', month = '', year] = written.split(' ')
  for (const guess of year === undefined ? LIKELY_YEARS : [year]) {
    const atMs = Date.parse([day, month, guess, 'UTC'].join(' '))
    if (Number.isNaN(atMs)) return written
    if (!new Date(atMs).toUTCString().startsWith(weekday)) continue
    const parts = { ...weekdayParts, ...(year === undefined ? {} : ({ year: 'numeric' } as const)) }
    return format(new Date(atMs).toISOString(), { locale, timeZone: 'UTC' }, parts)
  }
  return written
}

// Among these each date falls on each weekday, and 29 February on every one of them too.
const LIKELY_YEARS = Array.from({ length: 28 }, (_, at) => String(2020 + at))

/** "0:42", "3:05" or "1:02:09". */
export function formatDuration(durationSec: number): string {
  const total = Math.max(0, Math.round(durationSec))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = String(total % 60).padStart(2, '0')
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`
}
