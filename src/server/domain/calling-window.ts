import { Temporal } from 'temporal-polyfill'
import type { HolidayNameOn } from './holidays.ts'
import { isoDateOf, type LocalDay, localDayAt, weekdayOf } from './local-time.ts'
import type { ScheduleConfig } from './schedule-config.schema.ts'
import { createPagedFinder, createSpanFinder, type SpanFinder } from './span-finder.ts'
import { MINUTES_PER_DAY, spanMinutes } from './time-of-day.ts'
import { gapsBetween, intersectSpans, mergeSpans, type Spans } from './time-spans.ts'
import { MS_PER_DAY, MS_PER_MINUTE, zoneClock } from './zone-clock.ts'

/** Why no call is placed on a local date. */
export type Closure = { kind: 'blocked_date' } | { kind: 'holiday'; name: string }

/**
 * A schedule turned into stretches of instants. Make one per schedule and keep it: what has been
 * worked out once is remembered.
 */
export type CallingCalendar = {
  readonly config: ScheduleConfig
  /** The weekly windows, as if no date were blocked. */
  readonly windows: SpanFinder
  /** The weekly windows without blocked dates and holidays. */
  readonly openings: SpanFinder
  /** When it is quiet for none of these zones. */
  awake(customerZones: readonly string[]): SpanFinder
  /** When a call may be placed: open here and quiet in none of these zones. */
  allowed(customerZones: readonly string[]): SpanFinder
  closureOn(day: LocalDay): Closure | null
}

/**
 * A window belongs to the weekday on which it starts. A blocked date or holiday takes its own
 * windows with it, also the part that would reach into the next day, and cuts off at midnight one
 * that reaches in from the day before.
 */
export function createCallingCalendar(
  config: ScheduleConfig,
  holidayNameOn: HolidayNameOn,
): CallingCalendar {
  const closureOn = rememberClosures(config, holidayNameOn)
  const windows = createSpanFinder((fromMs, toMs) =>
    windowSpans(config, { fromMs, toMs, closureOn: () => null }),
  )
  const openings = createSpanFinder((fromMs, toMs) =>
    windowSpans(config, { fromMs, toMs, closureOn }),
  )

  const awakeInZone = remember((timeZone: string) =>
    createSpanFinder((fromMs, toMs) =>
      gapsBetween(quietSpans(config, timeZone, [fromMs, toMs]), fromMs, toMs),
    ),
  )
  const awakeByKey = remember((key: string) => {
    const zones = key.split(' ').map(awakeInZone)
    return createPagedFinder((page) =>
      zones.map((zone) => zone.onPage(page)).reduce(intersectSpans),
    )
  })
  const allowedByKey = remember((key: string) => {
    const awake = awakeByKey(key)
    return createPagedFinder((page) => intersectSpans(openings.onPage(page), awake.onPage(page)))
  })

  return {
    config,
    windows,
    openings,
    awake: (zones) => (zones.length === 0 ? NEVER : awakeByKey(keyOf(zones))),
    allowed: (zones) => (zones.length === 0 ? NEVER : allowedByKey(keyOf(zones))),
    closureOn,
  }
}

/** Whether the schedule's own windows and dates allow a call, whoever is called. */
export function isWithinWindow(calendar: CallingCalendar, at: Temporal.Instant): boolean {
  return calendar.openings.at(at.epochMilliseconds) !== null
}

/** How far ahead an opening is looked for: past any closed season. */
export const HORIZON_DAYS = 400

/** The first instant at or after `from` that windows and dates allow, or null within the horizon. */
export function nextOpening(
  calendar: CallingCalendar,
  from: Temporal.Instant,
): Temporal.Instant | null {
  return firstInstant(calendar.openings, from, HORIZON_DAYS)
}

/**
 * The first instant at or after `from` at which windows, dates and the quiet hours of every one of
 * the customer's possible zones allow a call; null when there is none within the horizon, and
 * always null for a customer without a known zone.
 */
export function nextAllowedInstant(input: {
  calendar: CallingCalendar
  customerZones: readonly string[]
  from: Temporal.Instant
  horizonDays?: number
}): Temporal.Instant | null {
  const { calendar, customerZones, from, horizonDays = HORIZON_DAYS } = input
  return firstInstant(calendar.allowed(customerZones), from, horizonDays)
}

/** The first instant at or after `from` inside a finder's stretches, or null within the horizon. */
export function firstInstant(
  finder: SpanFinder,
  from: Temporal.Instant,
  horizonDays: number,
): Temporal.Instant | null {
  const fromMs = from.epochMilliseconds
  const span = finder.next(fromMs, fromMs + horizonDays * MS_PER_DAY)
  if (!span) return null
  // Kept as it is where already open: its milliseconds may be rounded down to before `from`.
  return span[0] <= fromMs ? from : Temporal.Instant.fromEpochMilliseconds(span[0])
}

const NEVER: SpanFinder = { onPage: () => [], at: () => null, next: () => null }

const keyOf = (zones: readonly string[]) =>
  (zones.length === 1 ? zones[0] : undefined) ?? [...new Set(zones)].sort().join(' ')

function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

function rememberClosures(config: ScheduleConfig, holidayNameOn: HolidayNameOn) {
  const blocked = new Set(config.blockedDates)
  const known = new Map<LocalDay, Closure | null>()
  return (day: LocalDay): Closure | null => {
    let closure = known.get(day)
    if (closure === undefined) {
      const date = isoDateOf(day)
      const name = holidayNameOn(date)
      if (name !== null) closure = { kind: 'holiday', name }
      else closure = blocked.has(date) ? { kind: 'blocked_date' } : null
      known.set(day, closure)
    }
    return closure
  }
}

type DayRange = { fromMs: number; toMs: number; closureOn: (day: LocalDay) => Closure | null }

function windowSpans(config: ScheduleConfig, { fromMs, toMs, closureOn }: DayRange): Spans {
  const clock = zoneClock(config.timeZone)
  const spans: Spans = []
  for (const day of daysAround(config.timeZone, fromMs, toMs)) {
    if (closureOn(day)) continue
    const lastMinute = closureOn(day + 1) ? MINUTES_PER_DAY : 2 * MINUTES_PER_DAY
    for (const window of config.weekly[weekdayOf(day)]) {
      const [start, end] = spanMinutes(window)
      const midnightMs = day * MS_PER_DAY
      spans.push(
        ...clock.instantsOf(
          midnightMs + start * MS_PER_MINUTE,
          midnightMs + Math.min(end, lastMinute) * MS_PER_MINUTE,
        ),
      )
    }
  }
  return intersectSpans(mergeSpans(spans), [[fromMs, toMs]])
}

function quietSpans(config: ScheduleConfig, timeZone: string, [fromMs, toMs]: [number, number]) {
  const clock = zoneClock(timeZone)
  const [start, end] = spanMinutes(config.quietHours)
  const spans: Spans = []
  for (const day of daysAround(timeZone, fromMs, toMs)) {
    const midnightMs = day * MS_PER_DAY
    spans.push(
      ...clock.instantsOf(midnightMs + start * MS_PER_MINUTE, midnightMs + end * MS_PER_MINUTE),
    )
  }
  return mergeSpans(spans)
}

// A clock may be set back across midnight, and a span reaches into the next day: hence two days more.
function* daysAround(timeZone: string, fromMs: number, toMs: number): Generator<LocalDay> {
  const last = localDayAt(timeZone, toMs) + 2
  for (let day = localDayAt(timeZone, fromMs) - 2; day <= last; day++) yield day
}
