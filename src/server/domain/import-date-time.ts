import { Temporal } from 'temporal-polyfill'
import { zoneClock } from './zone-clock.ts'

/** Which of the two first numbers of 11/09/2026 is the month. */
export type DateOrder = 'month_first' | 'day_first'

/** A day on a wall clock: its first instant, and that of the next. */
export type DaySpan = { from: Temporal.Instant; before: Temporal.Instant }

/** `day` where no more than that is written; `at` is then a guess within it. */
export type DateTimeReading =
  | { ok: true; at: Temporal.Instant; day: DaySpan | null }
  | { ok: false; reason: string }

const EXAMPLE = 'Write it like 11/20/2026 05:30 PM or 2026-11-20T17:30:00-05:00.'

const CLOCK = /(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([AP])?\.?(?:M\.?)?)?/.source
const NUMBERS_FIRST = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})${CLOCK}$`, 'i')
const YEAR_FIRST = new RegExp(`^(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})${CLOCK}$`, 'i')
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})$/i

/**
 * Reads a date and time as people and workshop systems write them. A time without an offset is on
 * the wall clock of `timeZone`; one that the clock reads twice is taken as the first, one that it
 * skips as if it had not been put forward. A date without a time means noon, or `now` on a day
 * whose noon is still to come.
 */
export function readDateTime(
  written: string,
  rules: { timeZone: string; dateOrder: DateOrder; now: Temporal.Instant },
): DateTimeReading {
  const text = written.trim().replace(/\s+/g, ' ')
  if (WITH_OFFSET.test(text)) return readInstant(text)
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    return {
      ok: false,
      reason: `A spreadsheet has turned this date into a number. ${EXAMPLE}`,
    }
  }
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) {
    const [, year, , month, day, ...time] = yearFirst
    return readLocal({ year, month, day, time }, rules)
  }
  const numbers = NUMBERS_FIRST.exec(text)
  if (!numbers) return { ok: false, reason: `This is not a date with a time. ${EXAMPLE}` }
  const [, first, mark, second, year, ...time] = numbers
  // With points the day always comes first.
  const isDayFirst = mark === '.' || rules.dateOrder === 'day_first'
  const [month, day] = isDayFirst ? [second, first] : [first, second]
  return readLocal({ year, month, day, time }, rules)
}

/**
 * What the dates of a file tell of their order. `example` is one that can be read both ways; where
 * the others do not tell clearly how, only a person knows.
 */
export type DateOrderFinding = { order: DateOrder; isSure: boolean; example: string | null }

export function findDateOrder(written: Iterable<string>, usual: DateOrder): DateOrderFinding {
  const telling = { day_first: 0, month_first: 0 }
  let ambiguous = 0
  let example: string | null = null
  for (const text of written) {
    const [, first, , second] = /^\s*(\d{1,2})([/-])(\d{1,2})\2\d{4}/.exec(text) ?? []
    if (first === undefined || second === undefined) continue
    if (Number(first) > 12 && Number(second) <= 12) telling.day_first += 1
    else if (Number(second) > 12 && Number(first) <= 12) telling.month_first += 1
    else if (Number(first) <= 12 && Number(first) !== Number(second)) {
      ambiguous += 1
      example ??= text.trim()
    }
  }
  const { day_first, month_first } = telling
  const most: DateOrder = day_first > month_first ? 'day_first' : 'month_first'
  const order = day_first === month_first ? usual : most
  const all = day_first + month_first
  // One slip of the pen does not turn round a whole file.
  if (all === 1 && order !== usual && ambiguous >= 3)
    return { order: usual, isSure: false, example }
  const isClear = all > 0 && Math.min(day_first, month_first) * 20 <= all
  return { order, isSure: isClear || example === null, example }
}

const MONTH_FIRST_COUNTRIES = ['US', 'CA', 'PH', 'PR', 'GU', 'VI', 'AS', 'MP']

export const usualDateOrder = (country: string): DateOrder =>
  MONTH_FIRST_COUNTRIES.includes(country) ? 'month_first' : 'day_first'

function readInstant(text: string): DateTimeReading {
  try {
    return inRange(Temporal.Instant.from(text.replace(' ', 'T').replace(/ (?=[Z+-])/i, '')))
  } catch {
    return { ok: false, reason: `There is no such date. ${EXAMPLE}` }
  }
}

type Written = Record<'year' | 'month' | 'day', string | undefined> & {
  time: readonly (string | undefined)[]
}

type Moment = { timeZone: string; now: Temporal.Instant }

function readLocal(written: Written, { timeZone, now }: Moment): DateTimeReading {
  const time = readTime(written.time)
  if (time === null) return { ok: false, reason: `There is no such time of day. ${EXAMPLE}` }
  const date = {
    year: Number(written.year),
    month: Number(written.month),
    day: Number(written.day),
  }
  try {
    const local = Temporal.PlainDateTime.from({ ...date, ...time }, { overflow: 'reject' })
    const at = toInstant(local, timeZone)
    if (written.time[0] !== undefined) return inRange(at)
    const day = dayOf(local.toPlainDate(), timeZone)
    const isAhead =
      Temporal.Instant.compare(now, day.from) >= 0 && Temporal.Instant.compare(now, at) < 0
    return inRange(isAhead ? now : at, day)
  } catch {
    const { year, month, day } = date
    const why = month > 12 || month < 1 ? `no month ${month}` : `no day ${day} in ${month}/${year}`
    return { ok: false, reason: `There is no such date: ${why}. ${EXAMPLE}` }
  }
}

function dayOf(date: Temporal.PlainDate, timeZone: string): DaySpan {
  const startOf = (day: Temporal.PlainDate) => toInstant(day.toPlainDateTime(), timeZone)
  return { from: startOf(date), before: startOf(date.add({ days: 1 })) }
}

function readTime([hours, minutes, seconds, half]: Written['time']) {
  if (hours === undefined) return { hour: 12, minute: 0, second: 0 }
  const hour = Number(hours)
  const rest = { minute: Number(minutes), second: Number(seconds ?? 0) }
  if (rest.minute > 59 || rest.second > 59) return null
  if (half === undefined) return hour > 23 ? null : { hour, ...rest }
  if (hour < 1 || hour > 12) return null
  return { hour: (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0), ...rest }
}

// The zone's clock keeps its offsets; asking Temporal for each of thousands of rows is slow.
function toInstant(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const localMs = local.toZonedDateTime('UTC').epochMilliseconds
  const [span] = zoneClock(timeZone).instantsOf(localMs, localMs + 1)
  return span
    ? Temporal.Instant.fromEpochMilliseconds(span[0])
    : local.toZonedDateTime(timeZone).toInstant()
}

const EARLIEST = Temporal.Instant.from('1990-01-01T00:00:00Z')

function inRange(at: Temporal.Instant, day: DaySpan | null = null): DateTimeReading {
  return Temporal.Instant.compare(at, EARLIEST) < 0
    ? { ok: false, reason: `The year cannot be right. ${EXAMPLE}` }
    : { ok: true, at, day }
}
