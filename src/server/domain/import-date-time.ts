import { Temporal } from 'temporal-polyfill'
import {
  type DateForm,
  type DateOrder,
  monthAndDay,
  type ParsedDate,
  parseDate,
  type WrittenDate,
} from './import-date-forms.ts'
import { clockOf } from './import-time-of-day.ts'
import { zoneClock } from './zone-clock.ts'

/** The day that a spreadsheet's numbers are counted from: 1900 everywhere but on old Macs. */
export type DateSystem = '1900' | '1904'

/** A day on a wall clock: its first instant, and that of the next. */
export type DaySpan = { from: Temporal.Instant; before: Temporal.Instant }

/** `day` where no more than that is written; `at` is then a guess within it. */
export type DateTimeReading =
  | { ok: true; at: Temporal.Instant; day: DaySpan | null; form: DateForm }
  | { ok: false; reason: string }

export type DateRules = {
  timeZone: string
  dateOrder: DateOrder
  now: Temporal.Instant
  dateSystem?: DateSystem | undefined
  /** Dates such as 26/11/20 may begin with their year: nobody can tell. */
  isShortYearUnclear?: boolean | undefined
}

const EXAMPLE = 'Write it like 11/20/2026 05:30 PM or 2026-11-20T17:30:00-05:00.'

const refuse = (why: string): DateTimeReading => ({ ok: false, reason: `${why} ${EXAMPLE}` })

/**
 * Reads a date and time as people and workshop systems write them. A time without an offset is on
 * the wall clock of `timeZone`; one that the clock reads twice is taken as the first, one that it
 * skips as if it had not been put forward. A date without a time means noon, or `now` on a day
 * whose noon is still to come. Years of two digits are of this century.
 */
export const readDateTime = (text: string, rules: DateRules): DateTimeReading =>
  readParsedDate(parseDate(text), rules)

/** As `readDateTime`, of what was taken apart already. */
export function readParsedDate(written: ParsedDate | null, rules: DateRules): DateTimeReading {
  if (written === null) return refuse('This is not a date with a time.')
  switch (written.form) {
    case 'offset':
      return readInstant(written.iso)
    case 'serial':
      return readSerial(written, rules)
    default:
      return readWritten(written, rules)
  }
}

function readInstant(iso: string): DateTimeReading {
  try {
    return inRange({ at: Temporal.Instant.from(iso), day: null, form: 'offset' })
  } catch {
    return refuse('There is no such date.')
  }
}

type SerialDate = Extract<ParsedDate, { form: 'serial' }>

const DAY_ZERO: Record<DateSystem, Temporal.PlainDateTime> = {
  // Spreadsheets count a 29 February 1900 that there never was.
  1900: Temporal.PlainDateTime.from('1899-12-30T00:00'),
  1904: Temporal.PlainDateTime.from('1904-01-01T00:00'),
}

/** 46329.5 is the noon of 3 November 2026, 46329 the day. Fractions are not exact to the second. */
function readSerial(written: SerialDate, rules: DateRules): DateTimeReading {
  const { days, time } = written
  const seconds = Math.round((days % 1) * 86_400)
  const local = DAY_ZERO[rules.dateSystem ?? '1900'].add({ days: Math.floor(days), seconds })
  const clock = time && clockOf(time)
  if (clock !== null) return readLocal(local.with(clock), { isDay: false, form: 'serial' }, rules)
  return readLocal(local, { isDay: Number.isInteger(days), form: 'serial' }, rules)
}

const NOON = { hour: 12, minute: 0, second: 0 }

function readWritten(written: WrittenDate, rules: DateRules): DateTimeReading {
  const { form, year, isShortYear } = written
  const { month, day } = monthAndDay(written, rules.dateOrder)
  // 03-11-26 is as often written with its year first.
  const isUnclear = rules.isShortYearUnclear || ('mark' in written && written.mark === '-')
  if (isShortYear && isUnclear) {
    return refuse('The year may stand first or last here. Write it with four digits.')
  }
  const time = written.time === null ? NOON : clockOf(written.time)
  if (time === null) return refuse('There is no such time of day.')
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDateTime.from({ year, month, day, ...time }, { overflow: 'reject' })
  } catch {
    const why = month > 12 || month < 1 ? `no month ${month}` : `no day ${day} in ${month}/${year}`
    return refuse(`There is no such date: ${why}.`)
  }
  if (written.weekday !== null && written.weekday !== local.dayOfWeek) {
    return refuse('The weekday is not that of the date.')
  }
  return readLocal(local, { isDay: written.time === null, form }, rules)
}

function readLocal(
  written: Temporal.PlainDateTime,
  { isDay, form }: { isDay: boolean; form: DateForm },
  { timeZone, now }: DateRules,
): DateTimeReading {
  if (!isDay) return inRange({ at: toInstant(written, timeZone), day: null, form })
  const date = written.toPlainDate()
  const day = dayOf(date, timeZone)
  const noon = toInstant(date.toPlainDateTime({ hour: 12 }), timeZone)
  const isAhead =
    Temporal.Instant.compare(now, day.from) >= 0 && Temporal.Instant.compare(now, noon) < 0
  return inRange({ at: isAhead ? now : noon, day, form })
}

function dayOf(date: Temporal.PlainDate, timeZone: string): DaySpan {
  const startOf = (day: Temporal.PlainDate) => toInstant(day.toPlainDateTime(), timeZone)
  return { from: startOf(date), before: startOf(date.add({ days: 1 })) }
}

// The zone's clock keeps its offsets; asking Temporal for each of thousands of rows is slow.
function toInstant(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const localMs = local.toZonedDateTime('UTC').epochMilliseconds
  const [span] = zoneClock(timeZone).instantsOf(localMs, localMs + 1)
  return span
    ? Temporal.Instant.fromEpochMilliseconds(span[0])
    : local.toZonedDateTime(timeZone).toInstant()
}

const EARLIEST_YEAR = 1990

/** A slip in the year is a fault, not a visit of 1926. */
function inRange(reading: Omit<DateTimeReading & { ok: true }, 'ok'>): DateTimeReading {
  const { year } = reading.at.toZonedDateTimeISO('UTC')
  return year < EARLIEST_YEAR
    ? refuse(`The year ${year} cannot be right.`)
    : { ok: true, ...reading }
}
