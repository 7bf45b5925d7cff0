import type { DatesProviderSettings } from '@mantine/dates'
import { type Language, language } from '../../i18n/language.ts'
import { firstWeekday } from '../../lib/first-weekday.ts'

// Names of months and weekdays, beside those in English that the calendar brings along.
const load: Record<Exclude<Language, 'en'>, () => Promise<unknown>> = {
  es: () => import('dayjs/locale/es.js'),
}
// Where they cannot be had, the calendar is in English.
if (language !== 'en') await load[language]().catch(() => null)

/** A calendar as the reader knows it. */
export const calendarSettings: DatesProviderSettings = {
  locale: language,
  firstDayOfWeek: firstWeekday(),
}
