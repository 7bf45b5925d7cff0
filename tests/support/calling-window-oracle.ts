import type { ScheduleConfig } from '../../src/server/domain/schedule-config.schema.ts'

/**
 * A second, slow opinion on when a call may be placed. It shares nothing with the real one: it
 * reads the wall clock through Intl, minute by minute, and knows neither spans nor offsets.
 */
export type OracleCase = {
  config: ScheduleConfig
  /** Local dates YYYY-MM-DD beside the schedule's own blocked dates. */
  holidays: ReadonlySet<string>
  customerZones: readonly string[]
}

export const MINUTE_MS = 60_000

export function oracleIsOpen({ config, holidays }: OracleCase, instantMs: number): boolean {
  const { date, minute } = readWallClock(config.timeZone, instantMs)
  const isClosed = (day: string) => holidays.has(day) || config.blockedDates.includes(day)
  if (isClosed(date)) return false
  const startedToday = windowsOf(config, date).some(({ start, end }) =>
    end > start ? minute >= start && minute < end : minute >= start,
  )
  if (startedToday) return true
  const yesterday = dayBefore(date)
  if (isClosed(yesterday)) return false
  return windowsOf(config, yesterday).some(({ start, end }) => end <= start && minute < end)
}

export function oracleIsQuiet(config: ScheduleConfig, timeZone: string, instantMs: number) {
  const { minute } = readWallClock(timeZone, instantMs)
  const start = toMinute(config.quietHours.start)
  const end = toMinute(config.quietHours.end)
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}

export function oracleAllows(question: OracleCase, instantMs: number): boolean {
  const { config, customerZones } = question
  return (
    customerZones.length > 0 &&
    oracleIsOpen(question, instantMs) &&
    customerZones.every((zone) => !oracleIsQuiet(config, zone, instantMs))
  )
}

/** The first allowed instant before `untilMs`, in milliseconds, found by walking; else null. */
export function oracleNext(question: OracleCase, fromMs: number, untilMs: number): number | null {
  if (fromMs < untilMs && oracleAllows(question, fromMs)) return fromMs
  const firstMinute = Math.floor(fromMs / MINUTE_MS) * MINUTE_MS
  for (let ms = firstMinute + MINUTE_MS; ms < untilMs; ms += MINUTE_MS) {
    if (oracleAllows(question, ms)) return ms
  }
  return null
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

function windowsOf(config: ScheduleConfig, date: string) {
  const weekday = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  return config.weekly[weekday].map(({ start, end }) => ({
    start: toMinute(start),
    end: toMinute(end),
  }))
}

function toMinute(time: string): number {
  const [hours = '', minutes = ''] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function readWallClock(timeZone: string, instantMs: number): { date: string; minute: number } {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  // en-CA writes 2026-11-20, 09:05
  const [date = '', time = ''] = format.format(instantMs).split(', ')
  return { date, minute: toMinute(time) }
}
