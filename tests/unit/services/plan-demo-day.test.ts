import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { isWithinWindow, nextAllowedInstant } from '../../../src/server/domain/calling-window.ts'
import { eligibility } from '../../../src/server/domain/eligibility.ts'
import { type DemoDay, planDemoDay } from '../../../src/server/services/demo-day/plan-demo-day.ts'

/** Every hour of days on both sides of clock changes, in summer and on a leap day. */
const instants = [
  ...['2026-03-08', '2026-07-15', '2026-10-25', '2026-11-01', '2028-02-29'].flatMap((date) =>
    Array.from({ length: 24 }, (_, hour) =>
      Temporal.Instant.from(`${date}T${String(hour).padStart(2, '0')}:00:00Z`).add({
        minutes: (hour * 17) % 60,
      }),
    ),
  ),
  // The morning on which the clock went forward: 24 hours ago it was an hour earlier.
  Temporal.Instant.from('2026-03-08T12:50:00Z'),
]

const ms = (at: Temporal.Instant) => at.epochMilliseconds

function eligibleWithin(day: DemoDay, now: Temporal.Instant, seconds: number) {
  const then = now.add({ seconds })
  return day.visits.filter(({ call, completedAt }) => {
    if (call?.status !== 'ready') return false
    const { eligible } = eligibility(
      {
        status: 'ready',
        dueAt: call.dueAt,
        expiresAt: call.expiresAt,
        attemptCount: 0,
        serviceCompletedAt: completedAt,
        isDemo: false,
      },
      {
        calendar: day.calendar,
        customerZones: [day.timeZone],
        activeCalls: 0,
        placedLastMinute: 0,
        isOnDoNotCall: false,
        lastPlacedToNumberAt: null,
      },
      then,
    )
    return eligible
  })
}

describe.each(instants.map((now) => [now.toString(), now] as const))(
  'a demo day at %s',
  (_, now) => {
    const day = planDemoDay({ now, seed: 'test' })

    it('has calls to place now and for hours', () => {
      expect(eligibleWithin(day, now, 60).length).toBeGreaterThanOrEqual(5)
      const closes = now.add({ hours: 3 })
      expect(isWithinWindow(day.calendar, closes)).toBe(true)
      expect(
        nextAllowedInstant({ calendar: day.calendar, customerZones: [day.timeZone], from: closes }),
      ).toEqual(closes)
    })

    it('tells a past that could have happened', () => {
      for (const { call, completedAt, appointmentDate } of day.visits) {
        expect(ms(appointmentDate)).toBeLessThan(ms(completedAt))
        expect(ms(completedAt)).toBeLessThan(ms(now))
        if (call === null) continue
        const delayOver = completedAt.add({ minutes: day.config.delayAfterServiceMinutes })
        expect(ms(call.firstDueAt)).toBeGreaterThanOrEqual(ms(delayOver))
        let freeAt = ms(call.firstDueAt)
        for (const [i, attempt] of call.attempts.entries()) {
          expect(attempt.number).toBe(i + 1)
          expect(ms(attempt.requestedAt)).toBeGreaterThanOrEqual(freeAt)
          expect(isWithinWindow(day.calendar, attempt.requestedAt)).toBe(true)
          freeAt = ms(attempt.endedAt)
          expect(freeAt).toBeLessThan(ms(now))
        }
        expect(call.attempts.length).toBeLessThanOrEqual(day.config.maxAttempts)
      }
    })

    it('has every kind of call, and retries soon', () => {
      const calls = day.visits.flatMap(({ call }) => call ?? [])
      const count = (status: string) => calls.filter((call) => call.status === status).length
      expect(day.visits.length).toBeGreaterThanOrEqual(130)
      expect(count('completed')).toBe(78)
      expect(count('ready')).toBeGreaterThanOrEqual(25)
      expect([count('failed'), count('unknown'), count('canceled')]).toEqual([3, 1, 1])
      const missed = calls.filter(({ status }) => status === 'missed')
      const retries = missed.flatMap(({ dueAt }) => (dueAt ? [ms(dueAt) - ms(now)] : []))
      expect(missed.length - retries.length).toBeGreaterThanOrEqual(8)
      expect(retries.length).toBeGreaterThanOrEqual(12)
      expect(Math.min(...retries)).toBeGreaterThan(0)
      expect(Math.min(...retries)).toBeLessThan(15 * 60_000)
    })

    it('calls each number once, and only numbers kept for fiction', () => {
      const numbers = day.visits.map(({ customerPhone }) => customerPhone)
      expect(new Set(numbers).size).toBe(numbers.length)
      for (const number of numbers) expect(number).toMatch(/^\+1\d{3}55501\d\d$/)
    })
  },
)

describe('a demo day', () => {
  const now = Temporal.Instant.from('2026-11-22T15:00:00Z')
  const tell = (seed: string) => JSON.stringify(planDemoDay({ now, seed }).visits)

  it('is the same for the same seed and instant', () => {
    expect(tell('one')).toBe(tell('one'))
    expect(tell('one')).not.toBe(tell('two'))
  })
})
