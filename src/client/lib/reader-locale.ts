/**
 * The locale in which dates and times are told. The page speaks English, so that of a reader of
 * another language is an English one with the reader's own kind of clock.
 */
export function readerLocale(preferred = Intl.DateTimeFormat().resolvedOptions().locale): string {
  if (new Intl.Locale(preferred).language === 'en') return preferred
  const { hourCycle } = Intl.DateTimeFormat(preferred, { hour: 'numeric' }).resolvedOptions()
  return `en-GB-u-hc-${hourCycle ?? 'h23'}`
}
