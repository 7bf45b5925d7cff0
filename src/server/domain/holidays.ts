import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'

/** The name of the holiday on a local date `YYYY-MM-DD`, or null on any other day. */
export type HolidayNameOn = (isoDate: string) => string | null

/** A country, and optionally its state, by the codes of ISO 3166. */
export type HolidayRegion = { country: string; state?: string | undefined }

export type Holiday = { date: string; name: string }

/**
 * Looks up public holidays; an observance on which shops are open, such as Halloween, is none.
 * The calendar data weighs more than a megabyte, which is why calendars are handed this function
 * instead of importing it.
 */
export function createHolidayLookup(region: HolidayRegion | null): HolidayNameOn {
  if (!region) return () => null
  const calendar = openCalendar(region)
  const years = new Map<number, Map<string, string>>()
  return (isoDate) => {
    const year = Number(isoDate.slice(0, 4))
    let names = years.get(year)
    if (!names) {
      names = new Map(datesOf(calendar, year).map(({ date, name }) => [date, name]))
      years.set(year, names)
    }
    return names.get(isoDate) ?? null
  }
}

/** The public holidays of one year, by date. */
export function listHolidays(region: HolidayRegion, year: number): Holiday[] {
  return datesOf(openCalendar(region), year)
}

/** Says what is wrong with a region for which no holidays are known, or null. */
export function findHolidayRegionProblem({ country, state }: HolidayRegion): string | null {
  const calendar = new Holidays()
  if (!(country in calendar.getCountries())) return `No holidays are known for country "${country}"`
  if (state === undefined) return null
  const states = Object.keys(calendar.getStates(country) ?? {})
  if (states.includes(state)) return null
  if (states.length === 0) return `Holidays of ${country} do not differ by state; leave it out`
  return `"${state}" is not a state of ${country}; use one of ${states.join(', ')}`
}

function openCalendar({ country, state }: HolidayRegion): Holidays {
  const options = { types: ['public' as const] }
  return state === undefined
    ? new Holidays(country, options)
    : new Holidays(country, state, options)
}

function datesOf(calendar: Holidays, year: number): Holiday[] {
  const dates = new Map<string, string>()
  // A holiday that begins on the last evening of a year belongs to the next one as well.
  for (const listed of [year - 1, year]) {
    for (const holiday of calendar.getHolidays(listed, 'en')) {
      const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000
      for (const date of coveredDates(holiday.date, hours)) {
        if (Number(date.slice(0, 4)) === year && !dates.has(date)) dates.set(date, holiday.name)
      }
    }
  }
  return [...dates]
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => a.date.localeCompare(b.date))
}

/**
 * Every local date that a holiday touches; one that begins in the evening takes that day with it.
 * Its length is in elapsed hours, so that on a day of a clock change 24 may read 23 or 25.
 */
function coveredDates(localStart: string, hours: number): string[] {
  const start = Temporal.PlainDateTime.from(localStart.slice(0, 19).replace(' ', 'T'))
  const last = start.add({ hours: Math.max(0, Math.floor(hours - 2)) }).toPlainDate()
  const dates: string[] = []
  let date = start.toPlainDate()
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date.toString())
    date = date.add({ days: 1 })
  }
  return dates
}
