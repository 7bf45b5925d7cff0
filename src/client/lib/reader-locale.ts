import { type Language, language } from '../i18n/language.ts'

// Day before month, and a week that begins on Monday, for those whose own locale is of another language.
const abroad: Record<Language, string> = { en: 'en-GB', es: 'es' }

/**
 * The locale in which dates, times and numbers are told. Where the page does not speak the language
 * that the reader's device does, it is one of the page's with the reader's own kind of clock.
 */
export function localeFor(preferred: string, spoken: Language = language): string {
  if (new Intl.Locale(preferred).language === spoken) return preferred
  const { hourCycle } = Intl.DateTimeFormat(preferred, { hour: 'numeric' }).resolvedOptions()
  return `${abroad[spoken]}-u-hc-${hourCycle ?? 'h23'}`
}

let known: string | null = null

/** `localeFor` the reader's device; asked for with every date, so it is worked out once. */
export function readerLocale(): string {
  known ??= localeFor(Intl.DateTimeFormat().resolvedOptions().locale)
  return known
}
