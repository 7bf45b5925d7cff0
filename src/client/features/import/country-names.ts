import { language } from '../../i18n/language.ts'

const names = new Intl.DisplayNames(language, { type: 'region' })

export const countryName = (country: string): string => names.of(country) ?? country

/** Countries to choose from, by name. */
export const countryOptions = (countries: readonly string[]) =>
  countries
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
