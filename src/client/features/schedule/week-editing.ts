import {
  formatMinuteOfDay,
  type LocalTimeSpan,
  MINUTES_PER_DAY,
  spanMinutes,
} from '../../../server/domain/time-of-day.ts'

const OFFICE: LocalTimeSpan = { start: '09:00', end: '18:00' }
const PAUSE_MINUTES = 60
const USUAL_MINUTES = 180

/** A further window for a day: after its last one if the day has room left, else before its first. */
export function suggestWindow(windows: readonly LocalTimeSpan[]): LocalTimeSpan {
  const spans = windows.map(spanMinutes).sort(([a], [b]) => a - b)
  const first = spans[0]
  const last = spans.at(-1)
  if (!first || !last) return OFFICE
  const from = last[1] + PAUSE_MINUTES
  const to = Math.min(from + USUAL_MINUTES, MINUTES_PER_DAY)
  if (to - from >= PAUSE_MINUTES) return span(from, to)
  const before = first[0] - PAUSE_MINUTES
  const earliest = Math.max(0, before - USUAL_MINUTES)
  return before - earliest >= PAUSE_MINUTES ? span(earliest, before) : OFFICE
}

const span = (from: number, to: number): LocalTimeSpan => ({
  start: formatMinuteOfDay(from),
  end: endOfWindow(formatMinuteOfDay(to)),
})

/** The end of a window as it is stored: midnight is the end of the day, not its start. */
export const endOfWindow = (localTime: string) => (localTime === '00:00' ? '24:00' : localTime)
