import { monthOfName, weekdayOfName } from './import-date-names.ts'

/** Which of the two first numbers of 11/09/2026 is the month. */
export type DateOrder = 'month_first' | 'day_first'

export type TimeParts = { hour: number; minute: number; second: number; half: 'A' | 'P' | null }

type Common = { year: number; isShortYear: boolean; weekday: number | null; time: TimeParts | null }

/** A date as its writer put it: in numbers whose order the writing does not tell, or in a known one. */
export type WrittenDate =
  | (Common & { form: 'numbers' | 'short_year'; first: number; second: number; mark: string })
  | (Common & { form: 'year_first' | 'named'; month: number; day: number })

export type ParsedDate =
  | WrittenDate
  | { form: 'offset'; iso: string }
  /** Its time is where another cell tells one; else the days may have a fraction. */
  | { form: 'serial'; days: number; time: TimeParts | null }

/** A cell that holds a date. */
export type DateCell = { written: string; date: ParsedDate }

/** In which way a date is written. */
export type DateForm = ParsedDate['form']

/** Nothing longer is a date, not even "Wednesday, 23 de septiembre de 2026, a las 11:30:00 p. m." */
const LONGEST = 80

const CLOCK =
  /(?:[T ,]+(?:at |um |a las )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AP])\.?(?: ?M\.?)?)?(?: ?(?:Uhr|hrs?|h)\.?)?)?/
    .source
const YEAR = /(\d{4}|\d{2})/.source
const NAME = /(\p{L}{2,})\.?/u.source
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})$/i
const SERIAL = /^\d{5}(?:[.,]\d+)?$/
const NUMBERS = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2${YEAR}${CLOCK}$`, 'iu')
const YEAR_FIRST = new RegExp(`^(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})${CLOCK}$`, 'iu')
const DAY_AND_NAME = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|\\.|º)?[ /-]?(?:of |de )?${NAME},?[ /-]?(?:de |del )?${YEAR}${CLOCK}$`,
  'iu',
)
const NAME_AND_DAY = new RegExp(
  `^${NAME}[ /-]?(\\d{1,2})(?:st|nd|rd|th|\\.)?,?[ /-]${YEAR}${CLOCK}$`,
  'iu',
)
const YEAR_AND_NAME = new RegExp(`^(\\d{4})[ /-]?${NAME}[ /-]?(\\d{1,2})${CLOCK}$`, 'iu')
const WEEKDAY = /^(\p{L}{2,})\.?,? (.+)$/u

/** Takes a written date apart; null for what is none. Whether there is such a day is not its matter. */
export function parseDate(written: string): ParsedDate | null {
  const text = written.trim().replace(/\s+/g, ' ')
  if (text.length > LONGEST) return null
  if (WITH_OFFSET.test(text)) {
    return { form: 'offset', iso: text.replace(' ', 'T').replace(/ (?=[Z+-])/i, '') }
  }
  if (SERIAL.test(text)) {
    return { form: 'serial', days: Number(text.replace(',', '.')), time: null }
  }
  const bare = parseWithoutWeekday(text)
  if (bare !== null) return bare
  const [, name = '', rest = ''] = WEEKDAY.exec(text) ?? []
  const weekday = weekdayOfName(name)
  const date = weekday === null ? null : parseWithoutWeekday(rest)
  return date && { ...date, weekday }
}

/** With points the day always comes first. */
export function monthAndDay(
  written: WrittenDate,
  order: DateOrder,
): { month: number; day: number } {
  if (!('first' in written)) return { month: written.month, day: written.day }
  const { first, second, mark } = written
  return mark === '.' || order === 'day_first'
    ? { month: second, day: first }
    : { month: first, day: second }
}

function parseWithoutWeekday(text: string): WrittenDate | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) {
    const [, year, , month, day, ...time] = yearFirst
    return inKnownOrder('year_first', { year, month: Number(month), day, time })
  }
  const numbers = NUMBERS.exec(text)
  if (numbers) {
    const [, first, mark = '', second, year = '', ...time] = numbers
    const form = year.length === 2 ? 'short_year' : 'numbers'
    return { form, first: Number(first), second: Number(second), mark, ...common(year, time) }
  }
  const dayAndName = DAY_AND_NAME.exec(text)
  if (dayAndName) {
    const [, day, name = '', year, ...time] = dayAndName
    return inKnownOrder('named', { year, month: monthOfName(name), day, time })
  }
  const nameAndDay = NAME_AND_DAY.exec(text)
  if (nameAndDay) {
    const [, name = '', day, year, ...time] = nameAndDay
    return inKnownOrder('named', { year, month: monthOfName(name), day, time })
  }
  const yearAndName = YEAR_AND_NAME.exec(text)
  if (yearAndName) {
    const [, year, name = '', day, ...time] = yearAndName
    return inKnownOrder('named', { year, month: monthOfName(name), day, time })
  }
  return null
}

type Found = {
  year: string | undefined
  month: number | null
  day: string | undefined
  time: readonly (string | undefined)[]
}

const inKnownOrder = (
  form: 'year_first' | 'named',
  { year = '', month, day, time }: Found,
): WrittenDate | null =>
  month === null ? null : { form, month, day: Number(day), ...common(year, time) }

function common(year: string, time: readonly (string | undefined)[]): Common {
  const isShortYear = year.length === 2
  return {
    year: Number(isShortYear ? `20${year}` : year),
    isShortYear,
    weekday: null,
    time: partsOf(time),
  }
}

/** Of hour, minute, second and the letter of AM or PM, of which the hour may stand alone; null without it. */
export function partsOf([hour, minute, second, half]: readonly (
  | string
  | undefined
)[]): TimeParts | null {
  if (hour === undefined) return null
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    half: half === undefined ? null : half.toUpperCase() === 'P' ? 'P' : 'A',
  }
}
