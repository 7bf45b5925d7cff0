import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { Temporal } from 'temporal-polyfill'

/** Both default to the reader's own. Where the zone is not the reader's, the text names it. */
export type TimeFormat = { locale?: string; timeZone?: string }

const readerTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs far more than using it, and lists use the same few. */
function formatterOf(locale: string | undefined, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, options])
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

function format(instant: string, how: TimeFormat, parts: Intl.DateTimeFormatOptions): string {
  const timeZone = how.timeZone ?? readerTimeZone()
  const isForeign = parts.hour !== undefined && timeZone !== readerTimeZone()
  const options = { ...parts, timeZone, ...(isForeign && { timeZoneName: 'short' as const }) }
  return formatterOf(how.locale, options).format(Date.parse(instant))
}

const timeParts = { hour: 'numeric', minute: '2-digit' } as const
const dayParts = { month: 'short', day: 'numeric' } as const

/** "3:20 PM" or "15:20". */
export const formatTime = (instant: string, how: TimeFormat = {}): string =>
  format(instant, how, timeParts)

/** "Nov 20, 2026". */
export const formatDate = (instant: string, how: TimeFormat = {}): string =>
  format(instant, how, { ...dayParts, year: 'numeric' })

/** "Nov 20, 2026, 3:20 PM". */
export const formatDateTime = (instant: string, how: TimeFormat = {}): string =>
  format(instant, how, { ...dayParts, year: 'numeric', ...timeParts })

/**
 * As short as it can be said at `now`: "today 3:20 PM", "tomorrow 9:00 AM", "Nov 20, 3:20 PM", and
 * with the year once that is another one.
 */
export function formatWhen(instant: string, now: string, how: TimeFormat = {}): string {
  const timeZone = how.timeZone ?? readerTimeZone()
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const days = today.until(day).days
  if (Math.abs(days) <= 1) {
    const dayWord = new Intl.RelativeTimeFormat(how.locale, { numeric: 'auto' }).format(days, 'day')
    return `${dayWord} ${formatTime(instant, how)}`
  }
  const year = day.year === today.year ? {} : ({ year: 'numeric' } as const)
  return format(instant, how, { ...dayParts, ...year, ...timeParts })
}

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

/** "+1 469 555 0119" for E.164; anything else as it stands. */
export const formatPhone = (phoneNumber: string): string =>
  parsePhoneNumberFromString(phoneNumber)?.formatInternational() ?? phoneNumber
