import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { type LocalTimeSpan, WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'

type Weekly = ScheduleConfig['weekly']
export type WeekPreset = { name: string; weekly: Weekly }

function weekOf(windowsOn: (weekday: Weekday, isWeekend: boolean) => LocalTimeSpan[]): Weekly {
  const weekly: Weekly = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  }
  for (const day of WEEKDAYS) weekly[day] = windowsOn(day, day === 'saturday' || day === 'sunday')
  return weekly
}

const onWorkdays = (...windows: LocalTimeSpan[]) =>
  weekOf((_, isWeekend) => (isWeekend ? [] : structuredClone(windows)))

const office = { start: '09:00', end: '18:00' }
const morning = { start: '09:00', end: '12:00' }
const afternoon = { start: '13:00', end: '18:00' }
const evening = { start: '17:00', end: '20:30' }
const short = { start: '10:00', end: '14:00' }

/** Weeks to begin with, each complete. */
export const WEEK_PRESETS: readonly WeekPreset[] = [
  { name: t('Office hours'), weekly: onWorkdays(office) },
  { name: t('Office hours with a lunch break'), weekly: onWorkdays(morning, afternoon) },
  { name: t('Mornings'), weekly: onWorkdays(morning) },
  { name: t('Evenings'), weekly: onWorkdays(evening) },
  {
    name: t('Office hours, Saturdays too'),
    weekly: { ...onWorkdays(office), saturday: [{ ...short }] },
  },
  {
    name: t('Weekends too'),
    weekly: weekOf((_, isWeekend) => [isWeekend ? { ...short } : { ...office }]),
  },
  { name: t('No windows'), weekly: weekOf(() => []) },
]
