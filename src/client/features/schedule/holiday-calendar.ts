import Holidays from 'date-holidays'
import { type Holiday, type HolidayRegion, listHolidays } from '../../../server/domain/holidays.ts'
import { language } from '../../i18n/language.ts'

export type NamedCode = { value: string; label: string }

const calendar = new Holidays()

const toOptions = (names: Record<string, string>): NamedCode[] =>
  Object.entries(names)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label))

// The calendars know few names of countries in other languages than English; the browser knows all.
const regionNames = new Intl.DisplayNames(language, { type: 'region' })

export const countries: NamedCode[] = toOptions(
  Object.fromEntries(
    Object.entries(calendar.getCountries('en')).map(([code, name]) => [
      code,
      language === 'en' ? name : (regionNames.of(code) ?? name),
    ]),
  ),
)

/** Empty for a country whose holidays are the same everywhere. */
export function statesOf(country: string): NamedCode[] {
  return toOptions(calendar.getStates(country, language) ?? {})
}

/** `New York, United States of America`. */
export function nameRegion({ country, state }: HolidayRegion): string {
  const countryName = countries.find(({ value }) => value === country)?.label ?? country
  if (!state) return countryName
  const stateName = statesOf(country).find(({ value }) => value === state)?.label ?? state
  return `${stateName}, ${countryName}`
}

/** The public holidays of this year and the next from a date `YYYY-MM-DD` on. */
export function holidaysFrom(region: HolidayRegion, isoDate: string): Holiday[] {
  const year = Number(isoDate.slice(0, 4))
  return [year, year + 1]
    .flatMap((listed) => {
      const names = namesOf(region, listed)
      return listHolidays(region, listed).map(({ date, name }) => ({
        date,
        name: names.get(name) ?? name,
      }))
    })
    .filter(({ date }) => date >= isoDate)
}

/** From the English name of each holiday to that in the reader's language. */
function namesOf({ country, state }: HolidayRegion, year: number): ReadonlyMap<string, string> {
  if (language === 'en') return new Map()
  const own = state === undefined ? new Holidays(country) : new Holidays(country, state)
  const [english, translated] = ['en', language].map((each) => own.getHolidays(year, each))
  return new Map(english?.map(({ name }, at) => [name, translated?.[at]?.name ?? name]))
}
