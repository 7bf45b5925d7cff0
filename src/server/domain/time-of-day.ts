/** Monday first, as the week is edited and as `weekdayOf` counts. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

export type Weekday = (typeof WEEKDAYS)[number]

export const WEEKDAY_LABELS: Record<Weekday, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
}

export const MINUTES_PER_DAY = 1440

/** Two local times of one day; an `end` at or before `start` lies on the next day. */
export type LocalTimeSpan = { start: string; end: string }

/** Minutes since local midnight of a valid `HH:MM`; `24:00` is 1440. */
export function minuteOfDay(localTime: string): number {
  return Number(localTime.slice(0, 2)) * 60 + Number(localTime.slice(3, 5))
}

/**
 * Start and end in minutes since the midnight on which the span starts.
 * 22:00–02:00 is [1320, 1560]; 18:00–00:00 is [1080, 1440].
 */
export function spanMinutes({ start, end }: LocalTimeSpan): [start: number, end: number] {
  const from = minuteOfDay(start)
  const to = minuteOfDay(end)
  return [from, to <= from ? to + MINUTES_PER_DAY : to]
}

export function formatMinuteOfDay(minute: number): string {
  const hours = Math.floor(minute / 60) % 24
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
