import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'

/** A number in E.164 form, or why what was written is none. */
export type PhoneReading = { ok: true; phoneNumber: string } | { ok: false; reason: string }

/** A country whose numbers are known. */
export const countrySchema = z.enum(getCountries(), {
  error: 'Give the country as two letters, for example DE.',
})

const EXAMPLE = 'Write it like (212) 555-0123 or +1 212 555 0123.'

/**
 * Reads a number as people and workshop systems write it; one without a country is taken to be of
 * `defaultCountry`. Numbers are judged by their shape and not by tables of those given out, since
 * the range kept for fiction (555-01xx) is in no table and new area codes come late.
 */
export function readPhoneNumber(written: string, defaultCountry: CountryCode): PhoneReading {
  const text = tidy(written)
  if (text === '') return { ok: false, reason: `The phone number is missing. ${EXAMPLE}` }
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) {
    return {
      ok: false,
      reason: 'A spreadsheet has rounded this number. Format the column as text and export again.',
    }
  }
  const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false })
  if (!number) return { ok: false, reason: `This is not a phone number. ${EXAMPLE}` }
  if (number.ext) {
    return {
      ok: false,
      reason: `The number has an extension (${number.ext}), which cannot be dialed. Give a direct number.`,
    }
  }
  const problem = number.isPossible()
    ? findImpossibleStart(number.countryCallingCode, number.nationalNumber)
    : describeLength(number.countryCallingCode, number.nationalNumber)
  return problem === null
    ? { ok: true, phoneNumber: number.number }
    : { ok: false, reason: `${problem} ${EXAMPLE}` }
}

// A leading apostrophe is how spreadsheets keep a number as text; 00 is how many countries dial +.
const tidy = (written: string) =>
  written
    .trim()
    .replace(/^'/, '')
    .replace(/^00(?=[1-9])/, '+')

const NORTH_AMERICA = '1'

function findImpossibleStart(callingCode: string, digits: string): string | null {
  if (/^(\d)\1+$/.test(digits)) return 'All digits are the same; nobody has this number.'
  if (callingCode !== NORTH_AMERICA) return null
  if (!/^[2-9](?!11)[0-8]\d/.test(digits)) {
    return `There is no area code ${digits.slice(0, 3)}.`
  }
  if (!/^\d{3}[2-9](?!11)/.test(digits)) {
    return `No number goes on with ${digits.slice(3, 6)} after its area code.`
  }
  return null
}

function describeLength(callingCode: string, digits: string): string {
  const given = `${digits.length} digits`
  if (callingCode !== NORTH_AMERICA) return `A number of +${callingCode} does not have ${given}.`
  if (digits.length === 7) return 'The area code is missing.'
  const problem = digits.length < 10 ? 'too few digits' : 'too many digits'
  return `The number has ${problem}: ${digits.length} where 10 are needed.`
}

let countries: Map<string, CountryCode> | undefined

/** The country that a zone lies in, whose numbers need no prefix there; the United States if unknown. */
export function countryOfTimeZone(timeZone: string): CountryCode {
  countries ??= mapZonesToCountries()
  return countries.get(canonicalZone(timeZone)) ?? 'US'
}

function mapZonesToCountries(): Map<string, CountryCode> {
  const map = new Map<string, CountryCode>()
  for (const country of getCountries()) {
    if (!/^[A-Z]{2}$/.test(country)) continue
    for (const zone of zonesOfCountry(country)) {
      if (!map.has(canonicalZone(zone))) map.set(canonicalZone(zone), country)
    }
  }
  return map
}

// Older engines have a property where newer ones have a method.
function zonesOfCountry(country: CountryCode): string[] {
  const locale = new Intl.Locale(`und-${country}`)
  const method: unknown = Reflect.get(locale, 'getTimeZones')
  const zones: unknown =
    typeof method === 'function' ? method.call(locale) : Reflect.get(locale, 'timeZones')
  return Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'string') : []
}

function canonicalZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return timeZone
  }
}
