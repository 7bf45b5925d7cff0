import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  type ScheduleConfig,
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../src/server/domain/schedule-config.schema.ts'
import { formatMinuteOfDay, WEEKDAYS } from '../../src/server/domain/time-of-day.ts'
import type { OracleCase } from './calling-window-oracle.ts'

/** Zones that change their clocks by an hour, by half of one, at midnight, for a month, or never. */
export const ZONES = [
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Havana',
  'America/Santiago',
  'America/Nuuk',
  'Africa/Cairo',
  'Asia/Beirut',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
  'UTC',
] as const

export const anyZone = fc.constantFrom(...ZONES)

const FIRST_MS = Date.parse('2010-01-01T00:00:00Z')
const LAST_MS = Date.parse('2031-01-01T00:00:00Z')
const changesByZone = new Map<string, number[]>()

function clockChanges(timeZone: string): number[] {
  let changes = changesByZone.get(timeZone)
  if (!changes) {
    changes = []
    let at = Temporal.Instant.fromEpochMilliseconds(FIRST_MS).toZonedDateTimeISO(timeZone)
    for (;;) {
      const next = at.getTimeZoneTransition('next')
      if (!next || next.epochMilliseconds > LAST_MS) break
      changes.push(next.epochMilliseconds)
      at = next
    }
    changesByZone.set(timeZone, changes)
  }
  return changes
}

/** An instant of 2010 to 2030, mostly within two days of a clock change of the zone. */
export function instantIn(timeZone: string): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: FIRST_MS, max: LAST_MS })
  const changes = clockChanges(timeZone)
  if (changes.length === 0) return anywhere
  const nearby = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -172_800, max: 172_800 }))
    .map(([change, seconds]) => change + seconds * 1000)
  return fc.oneof({ weight: 4, arbitrary: nearby }, { weight: 1, arbitrary: anywhere })
}

const minuteOfDay = fc.oneof(
  fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
  fc.integer({ min: 0, max: 1439 }),
)

const anyWindow = fc
  .tuple(fc.constantFrom(...WEEKDAYS), minuteOfDay, fc.integer({ min: 1, max: 1439 }))
  .map(([weekday, start, length]) => ({
    weekday,
    window: {
      start: formatMinuteOfDay(start),
      end: start + length === 1440 ? '24:00' : formatMinuteOfDay((start + length) % 1440),
    },
  }))

const anyQuietHours = fc
  .tuple(minuteOfDay, fc.integer({ min: 1, max: 840 }))
  .map(([start, length]) => ({
    start: formatMinuteOfDay(start),
    end: formatMinuteOfDay((start + length) % 1440),
  }))

/** A valid schedule: of the windows drawn, those stay that the schedule accepts. */
export function scheduleIn(
  timeZone: string,
  dates: readonly string[],
): fc.Arbitrary<ScheduleConfig> {
  return fc
    .record({
      windows: fc.array(anyWindow, { minLength: 4, maxLength: 16 }),
      blockedDates: fc.subarray([...dates]),
      quietHours: anyQuietHours,
    })
    .map(({ windows, ...rest }) => {
      let accepted = scheduleConfigSchema.parse({ ...rest, timeZone, weekly: {} })
      for (const { weekday, window } of windows) {
        const wider: ScheduleConfigInput = {
          ...accepted,
          weekly: { ...accepted.weekly, [weekday]: [...accepted.weekly[weekday], window] },
        }
        const result = scheduleConfigSchema.safeParse(wider)
        if (result.success) accepted = result.data
      }
      return accepted
    })
}

export type WindowCase = OracleCase & { instantMs: number }

/** A schedule, a customer and an instant, with blocked dates and holidays around the instant. */
export const anyWindowCase: fc.Arbitrary<WindowCase> = anyZone.chain((timeZone) =>
  instantIn(timeZone).chain((instantMs) => {
    const dates = [-2, -1, 0, 1, 2, 3].map((days) =>
      new Date(instantMs + days * 86_400_000).toISOString().slice(0, 10),
    )
    return fc.record({
      instantMs: fc.constant(instantMs),
      config: scheduleIn(timeZone, dates),
      holidays: fc.subarray(dates, { maxLength: 1 }).map((days) => new Set(days)),
      customerZones: fc.uniqueArray(anyZone, { minLength: 1, maxLength: 3 }),
    })
  }),
)
