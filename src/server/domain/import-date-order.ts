import { Temporal } from 'temporal-polyfill'
import {
  type DateCell,
  type DateOrder,
  monthAndDay,
  type WrittenDate,
} from './import-date-forms.ts'

/**
 * What the dates of a file tell of their order. `example` is one that can be read both ways; where
 * the others do not tell clearly how, only a person knows.
 */
export type DateOrderFinding = { order: DateOrder; isSure: boolean; example: string | null }

export function findDateOrder(cells: Iterable<DateCell>, usual: DateOrder): DateOrderFinding {
  const telling = { day_first: 0, month_first: 0 }
  let ambiguous = 0
  let example: string | null = null
  for (const { written, date } of cells) {
    if (!('first' in date) || date.mark === '.') continue
    const { first, second } = date
    if (first > 12 && second <= 12) telling.day_first += 1
    else if (second > 12 && first <= 12) telling.month_first += 1
    else if (first <= 12 && first !== second) {
      ambiguous += 1
      example ??= written.trim()
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

/**
 * Whether dates with two-digit years may begin with the year, as 26/11/20 may: some lie nearer to
 * `now` when read so, and next to none cannot be.
 */
export function isShortYearUnclear(
  cells: Iterable<DateCell>,
  { order, now }: { order: DateOrder; now: Temporal.Instant },
): boolean {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  // A day ahead, for places where it is tomorrow already.
  const latest = today.add({ days: 1 })
  let all = 0
  let nearer = 0
  let impossible = 0
  for (const { date } of cells) {
    if (!('isShortYear' in date) || !date.isShortYear) continue
    const { last, first } = readings(date, order)
    all += 1
    if (first === null || Temporal.PlainDate.compare(first, latest) > 0) impossible += 1
    else if (last === null || distance(first, today) < distance(last, today)) nearer += 1
  }
  return nearer > 0 && impossible * 20 <= all
}

const distance = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Math.abs(a.until(b, { largestUnit: 'day' }).days)

/** 26/11/20 or 26-Nov-20 with its year at the end and at the beginning. */
function readings(date: WrittenDate, order: DateOrder) {
  const { month, day } = monthAndDay(date, order)
  const [begin, middle] = 'first' in date ? [date.first, date.second] : [day, month]
  return {
    last: dateOf(date.year, month, day),
    first: dateOf(2000 + begin, middle, date.year % 100),
  }
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

const MONTH_FIRST_COUNTRIES = ['US', 'CA', 'PH', 'PR', 'GU', 'VI', 'AS', 'MP']

export const usualDateOrder = (country: string): DateOrder =>
  MONTH_FIRST_COUNTRIES.includes(country) ? 'month_first' : 'day_first'
