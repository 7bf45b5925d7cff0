import { readerLocale } from './reader-locale.ts'

type WeekInfo = { firstDay: number }
type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Older browsers say it by a property, others by a method, and some not at all. */
function weekInfoOf(locale: Intl.Locale): WeekInfo | null {
  const tell: unknown = Reflect.get(locale, 'getWeekInfo')
  const info: unknown =
    typeof tell === 'function' ? tell.call(locale) : Reflect.get(locale, 'weekInfo')
  if (typeof info !== 'object' || info === null || !('firstDay' in info)) return null
  return typeof info.firstDay === 'number' ? { firstDay: info.firstDay } : null
}

/** On which weekday a week begins for the reader: 0 is Sunday. Monday where nothing is known. */
export const firstWeekday = (locale = readerLocale()): Weekday => {
  const { firstDay } = weekInfoOf(new Intl.Locale(locale)) ?? { firstDay: 1 }
  return (firstDay % 7) as Weekday
}
