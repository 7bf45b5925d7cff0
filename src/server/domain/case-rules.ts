import { Temporal } from 'temporal-polyfill'
import type { CallingCalendar } from './calling-window.ts'
import { HORIZON_DAYS } from './calling-window.ts'
import { isoDateOf, type LocalDay, localDayAt, weekdayOf } from './local-time.ts'
import { MINUTES_PER_DAY, spanMinutes } from './time-of-day.ts'

/**
 * Whether people owe the customer something after this answer: `lowScore` and less, where null is
 * never. An organization begins with 6, as NPS counts detractors.
 */
export const isLowScore = (npsScore: number, lowScore: number | null): boolean =>
  lowScore !== null && npsScore <= lowScore

/** Where the schedule knows no working day at all. */
const withoutSchedule = { hours: 24 }

/**
 * Until when a case opened at `now` is to be closed: the end of the next working day, which is the
 * next local date with a calling window. A window that runs past midnight ends at midnight here.
 */
export function caseDueAt(calendar: CallingCalendar, now: Temporal.Instant): Temporal.Instant {
  const { timeZone } = calendar.config
  const today = localDayAt(timeZone, now.epochMilliseconds)
  for (let day = today + 1; day <= today + HORIZON_DAYS; day++) {
    const end = endOfWork(calendar, day)
    if (end !== null) return instantOf(timeZone, day, end)
  }
  return now.add(withoutSchedule)
}

/** In minutes since midnight; null for a day without work. */
function endOfWork(calendar: CallingCalendar, day: LocalDay): number | null {
  const windows = calendar.config.weekly[weekdayOf(day)]
  if (windows.length === 0 || calendar.closureOn(day) !== null) return null
  return Math.max(...windows.map((window) => Math.min(spanMinutes(window)[1], MINUTES_PER_DAY)))
}

function instantOf(timeZone: string, day: LocalDay, minute: number): Temporal.Instant {
  const date = Temporal.PlainDate.from(isoDateOf(day))
  const [on, rest] = minute === MINUTES_PER_DAY ? [date.add({ days: 1 }), 0] : [date, minute]
  const plainTime = new Temporal.PlainTime(Math.floor(rest / 60), rest % 60)
  return on.toZonedDateTime({ timeZone, plainTime }).toInstant()
}
