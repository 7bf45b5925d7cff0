import {
  monthAndDay,
  type ParsedDate,
  parseDate,
  partsOf,
  type TimeParts,
} from './import-date-forms.ts'
import { isBlank } from './import-text.ts'

type Clock = { hour: number; minute: number; second: number }

/** On a clock of 24 hours; null where there is no such time. */
export function clockOf({ hour, minute, second, half }: TimeParts): Clock | null {
  if (minute > 59 || second > 59) return null
  if (half === null) return hour > 23 ? null : { hour, minute, second }
  if (hour < 1 || hour > 12) return null
  return { hour: (hour % 12) + (half === 'P' ? 12 : 0), minute, second }
}

/**
 * A date with the time that another cell tells of it. One that has a time of its own keeps it; but
 * midnight is how many systems fill a date up. Null where the cell holds no time of that day.
 */
export function withTimeOfDay(date: ParsedDate, written: string): ParsedDate | null {
  const day = dayOf(date)
  if (day === null || hasOwnTime(day)) return date
  const time = readTimeOfDay(tidy(written), day)
  return time === null || clockOf(time) === null ? null : { ...day, time }
}

// 2026-11-20T00:00:00Z, which is no instant but a day that a database filled up
const MIDNIGHT = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-])/i

function dayOf(date: ParsedDate): LocalDate | null {
  if (date.form !== 'offset') return date
  const day = MIDNIGHT.test(date.iso) ? parseDate(date.iso.slice(0, 10)) : null
  return day === null || day.form === 'offset' ? null : day
}

const tidy = (written: string) => written.trim().replace(/\s+/g, ' ')

/** As many cells tell what a column holds. */
const TELLING = 200
/** Before that few workshops are open, and most durations end. */
const EARLY_HOUR = 5

/**
 * Whether what stands beside dates are times of day, and not the hours that a job took; nothing at
 * all may be either.
 */
export function areTimesOfDay(cells: Iterable<{ date: string; time: string }>): boolean {
  let all = 0
  let times = 0
  let late = 0
  for (const { date, time } of cells) {
    const parsed = isBlank(time) ? null : parseDate(date)
    const day = parsed && dayOf(parsed)
    if (day === null) continue
    const isHours = day.form !== 'serial' && SHORT_FRACTION.test(tidy(time))
    const parts = isHours ? null : readTimeOfDay(tidy(time), day)
    const clock = parts && clockOf(parts)
    all += 1
    if (clock !== null) times += 1
    if (clock !== null && clock.hour >= EARLY_HOUR) late += 1
    if (all === TELLING) break
  }
  return times * 10 >= all * 9 && late * 2 >= all
}

type LocalDate = Exclude<ParsedDate, { form: 'offset' }>

function hasOwnTime(date: LocalDate): boolean {
  if (date.form === 'serial' && !Number.isInteger(date.days)) return true
  if (date.time === null) return false
  const clock = clockOf(date.time)
  return clock === null || clock.hour + clock.minute + clock.second > 0
}

// 17:30, 5:30:00 PM, 9.30 Uhr, 17h30
const WITH_MINUTES =
  /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?(?: ?m\.?)?)?(?: ?(?:uhr|hrs?|h)\.?)?$/i
// 5 PM, 17 Uhr, 17 h
const HOUR = /^(\d{1,2}) ?(?:([ap])\.?(?: ?m\.?)?|uhr|hrs?|h)\.?$/i
// 0930, 930 or 093000, as older systems write it
const DIGITS = /^(\d{1,2})(\d{2})(\d{2})?$/
// 0.729166666666667, as a spreadsheet keeps it
const PART_OF_DAY = /^0?[.,]\d+$|^0$/
// Hours of work are written so, unless the date is a number too.
const SHORT_FRACTION = /^0?[.,]\d{1,2}$/

function readTimeOfDay(text: string, day: LocalDate): TimeParts | null {
  // First: 0.25 is six o'clock, and no quarter past midnight.
  if (PART_OF_DAY.test(text)) return partOfDay(Number(text.replace(',', '.')))
  const withMinutes = WITH_MINUTES.exec(text) ?? DIGITS.exec(text)
  if (withMinutes) return partsOf(withMinutes.slice(1))
  const [, hour, half] = HOUR.exec(text) ?? []
  if (hour !== undefined) return partsOf([hour, undefined, undefined, half])
  return timeOfWholeDate(text, day)
}

/** Such fractions are not exact to the second. */
function partOfDay(fraction: number): TimeParts {
  const seconds = Math.min(Math.round(fraction * 86_400), 86_399)
  return {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    half: null,
  }
}

/** Databases write a time as one of a day long ago; others write the whole date once more. */
function timeOfWholeDate(text: string, day: LocalDate): TimeParts | null {
  const date = parseDate(text)
  if (date === null || date.form === 'offset') return null
  if (date.form === 'serial') {
    const isSame = day.form === 'serial' && day.days === Math.floor(date.days)
    return isSame ? partOfDay(date.days % 1) : null
  }
  return date.year < 1990 || isSameDay(date, day) ? date.time : null
}

/** In whichever order their numbers are read. */
const isSameDay = (date: LocalDate, other: LocalDate): boolean =>
  date.form !== 'serial' &&
  other.form !== 'serial' &&
  date.year === other.year &&
  (['month_first', 'day_first'] as const).some((order) => {
    const [a, b] = [monthAndDay(date, order), monthAndDay(other, order)]
    return a.month === b.month && a.day === b.day
  })
