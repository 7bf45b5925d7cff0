import { type LocalDay, localDayAt } from '../../../server/domain/local-time.ts'
import type { PreviewResult } from '../../../server/domain/schedule-preview.schema.ts'
import { MS_PER_DAY, zoneClock } from '../../../server/domain/zone-clock.ts'

export type PreviewHour = { before: number; after: number }

/** One local date: its calls by the hour on the wall clock, under both schedules. */
export type PreviewDay = {
  day: LocalDay
  /** 24 of them; an hour that the clock repeats counts both times in one. */
  hours: PreviewHour[]
  before: number
  after: number
  /** By how much the clocks are moved on this date; null on all others. */
  shiftMinutes: number | null
}

export const DAYS_SHOWN = 14

/** The days from `nowMs` on, and a fifteenth where the last hours reach into it. */
export function daysOfPreview(
  { hours, clockChanges }: Pick<PreviewResult, 'hours' | 'clockChanges'>,
  timeZone: string,
  nowMs: number,
): PreviewDay[] {
  const today = localDayAt(timeZone, nowMs)
  const days: PreviewDay[] = Array.from({ length: DAYS_SHOWN + 1 }, (_, index) => ({
    day: today + index,
    hours: Array.from({ length: 24 }, () => ({ before: 0, after: 0 })),
    before: 0,
    after: 0,
    shiftMinutes: null,
  }))
  for (const { startsAt, before, after } of hours) {
    const localMs = zoneClock(timeZone).localMsAt(Date.parse(startsAt))
    const day = Math.floor(localMs / MS_PER_DAY)
    const hour = Math.floor((localMs - day * MS_PER_DAY) / 3_600_000)
    const shown = days[day - today]
    const counts = shown?.hours[hour]
    if (!shown || !counts) continue
    counts.before += before
    counts.after += after
    shown.before += before
    shown.after += after
  }
  for (const { at, shiftMinutes } of clockChanges) {
    const shown = days[localDayAt(timeZone, Date.parse(at)) - today]
    if (shown) shown.shiftMinutes = shiftMinutes
  }
  const last = days.at(-1)
  return last && last.before + last.after === 0 ? days.slice(0, -1) : days
}

/** The hour of a day in which most calls go out; null on a day without one. */
export function busiestHour({ hours }: PreviewDay): { hour: number; calls: number } | null {
  const calls = Math.max(...hours.map(({ after }) => after))
  return calls === 0 ? null : { hour: hours.findIndex(({ after }) => after === calls), calls }
}

/** A few empty lines are worth their room, a fortnight of them is not. */
const EMPTY_SHOWN = 2

/** The days up to the last on which there is something to see. */
export function withoutEmptyEnd(days: readonly PreviewDay[]): readonly PreviewDay[] {
  const last = days.findLastIndex(
    ({ before, after, shiftMinutes }) => before + after > 0 || shiftMinutes !== null,
  )
  return days.length - last - 1 > EMPTY_SHOWN ? days.slice(0, last + 1) : days
}
