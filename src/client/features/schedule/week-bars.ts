import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import {
  type LocalTimeSpan,
  MINUTES_PER_DAY,
  spanMinutes,
  WEEKDAYS,
  type Weekday,
} from '../../../server/domain/time-of-day.ts'

/** A part of one day, in minutes since its midnight. */
export type WeekBar = {
  from: number
  to: number
  /** Reaches in from a window that starts on the day before. */
  isFromDayBefore: boolean
}

/** What each day of the week is open for; a window across midnight shows on both days. */
export function weekBars(weekly: ScheduleConfig['weekly']): Record<Weekday, WeekBar[]> {
  const bars: Record<Weekday, WeekBar[]> = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  }
  for (const [index, weekday] of WEEKDAYS.entries()) {
    for (const window of weekly[weekday].filter(isComplete)) {
      const [from, to] = spanMinutes(window)
      bars[weekday].push({ from, to: Math.min(to, MINUTES_PER_DAY), isFromDayBefore: false })
      const next = WEEKDAYS[(index + 1) % WEEKDAYS.length]
      if (next && to > MINUTES_PER_DAY) {
        bars[next].push({ from: 0, to: to - MINUTES_PER_DAY, isFromDayBefore: true })
      }
    }
  }
  return bars
}

const LOCAL_TIME = /^\d\d:\d\d$/

/** While a window is being written, its times may be anything. */
const isComplete = ({ start, end }: LocalTimeSpan) =>
  LOCAL_TIME.test(start) && LOCAL_TIME.test(end) && start !== end
