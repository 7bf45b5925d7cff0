import { describe, expect, it } from 'vitest'
import { expiryOfWish } from '../../../src/server/domain/wish-expiry.ts'
import { at, calendarWith } from '../../support/calling-facts.ts'

const hours = [{ start: '09:00', end: '18:00' }]
const weekly = {
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
}
const workdays = calendarWith({ weekly })

/** A wish of Thursday noon in New York for a call that has expired, with windows on workdays. */
const wish = (overrides: Partial<Parameters<typeof expiryOfWish>[0]> = {}) => ({
  expiresAt: at('2026-11-10T17:00:00Z'),
  dueAt: at('2026-11-12T17:00:00Z'),
  completedAt: at('2026-11-03T17:00:00Z'),
  campaignStartsAt: null,
  calendar: workdays,
  customerZones: ['America/New_York'],
  ...overrides,
})

const examples: { name: string; given: ReturnType<typeof wish>; expiresAt: string | null }[] = [
  { name: 'lives a day', given: wish(), expiresAt: '2026-11-13T17:00:00Z' },
  {
    name: 'keeps a later expiry of its own',
    given: wish({ expiresAt: at('2026-12-01T17:00:00Z') }),
    expiresAt: '2026-12-01T17:00:00Z',
  },
  { name: 'never expires', given: wish({ expiresAt: null }), expiresAt: null },
  {
    name: 'Friday 18:05 lives a day from Monday 09:00',
    given: wish({ dueAt: at('2026-11-13T23:05:00Z') }),
    expiresAt: '2026-11-17T14:00:00Z',
  },
  {
    name: 'Friday 17:58 lives on past the weekend, should all lines be taken until 18:00',
    given: wish({ dueAt: at('2026-11-13T22:58:00Z') }),
    expiresAt: '2026-11-17T14:00:00Z',
  },
  {
    name: 'the evening before a holiday and a weekend lives a day from the opening after them',
    given: wish({
      dueAt: at('2026-11-25T23:05:00Z'),
      calendar: calendarWith(
        { weekly, blockedDates: ['2026-11-27'] },
        { '2026-11-26': 'Thanksgiving Day' },
      ),
    }),
    expiresAt: '2026-12-01T14:00:00Z',
  },
  {
    name: "Friday after the customer's quiet hours began lives a day from Monday's end of them",
    given: wish({ dueAt: at('2026-11-13T23:05:00Z'), customerZones: ['America/Los_Angeles'] }),
    expiresAt: '2026-11-17T16:00:00Z',
  },
  {
    name: 'lives a day from the start of its campaign',
    given: wish({ campaignStartsAt: at('2026-11-18T15:00:00Z') }),
    expiresAt: '2026-11-19T15:00:00Z',
  },
  {
    name: 'lives a day from the end of the delay after the service',
    given: wish({ completedAt: at('2026-11-12T16:00:00Z') }),
    expiresAt: '2026-11-13T18:00:00Z',
  },
  {
    name: "goes by the schedule's windows where the customer's zone is unknown",
    given: wish({ dueAt: at('2026-11-13T23:05:00Z'), customerZones: [] }),
    expiresAt: '2026-11-17T14:00:00Z',
  },
  {
    name: 'lives a day where no window ever opens',
    given: wish({ calendar: calendarWith({ weekly: {} }) }),
    expiresAt: '2026-11-13T17:00:00Z',
  },
]

describe('until when a call lives that a person asked for', () => {
  it.each(examples)('$name', ({ given, expiresAt }) => {
    expect(expiryOfWish(given)?.toString() ?? null).toBe(expiresAt)
  })
})
