import { Temporal } from 'temporal-polyfill'
import {
  type CallingCalendar,
  createCallingCalendar,
} from '../../src/server/domain/calling-window.ts'
import { type Eligibility, eligibility } from '../../src/server/domain/eligibility.ts'
import type { CallingFacts, CallToJudge, CampaignToJudge } from '../../src/server/domain/gate.ts'
import {
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../src/server/domain/schedule-config.schema.ts'

export const at = (instant: string) => Temporal.Instant.from(instant)

/** New York, weekdays 09:00–18:00, Saturday 10:00–14:00, with the holidays given by date. */
export function calendarWith(
  config: ScheduleConfigInput = {},
  holidays: Record<string, string> = {},
): CallingCalendar {
  const complete = scheduleConfigSchema.parse({ timeZone: 'America/New_York', ...config })
  return createCallingCalendar(complete, (date) => holidays[date] ?? null)
}

/** Friday, 12:00 in New York: every gate is open for `aCall()` with `factsWith()`. */
export const FRIDAY_NOON = at('2026-11-20T17:00:00Z')

export function aCall(overrides: Partial<CallToJudge> = {}): CallToJudge {
  return {
    status: 'ready',
    dueAt: at('2026-11-20T15:00:00Z'),
    expiresAt: at('2026-11-27T13:00:00Z'),
    attemptCount: 0,
    serviceCompletedAt: at('2026-11-20T13:00:00Z'),
    isDemo: false,
    ...overrides,
  }
}

export function factsWith(overrides: Partial<CallingFacts> = {}): CallingFacts {
  return {
    calendar: calendarWith(),
    customerZones: ['America/New_York'],
    activeCalls: 0,
    placedLastMinute: 0,
    isOnDoNotCall: false,
    lastPlacedToNumberAt: null,
    ...overrides,
  }
}

export const aCampaign: CampaignToJudge = {
  name: 'Winter check',
  isPaused: false,
  startsAt: null,
  endsAt: null,
}

export type JudgedCase = {
  call?: Partial<CallToJudge>
  facts?: Partial<CallingFacts>
  config?: ScheduleConfigInput
  holidays?: Record<string, string>
  /** Friday noon if not given. */
  now?: string
}

export function judge({ call, facts, config, holidays, now }: JudgedCase): Eligibility {
  const calendar = calendarWith(config, holidays)
  return eligibility(aCall(call), factsWith({ calendar, ...facts }), now ? at(now) : FRIDAY_NOON)
}
