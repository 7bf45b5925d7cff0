import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trendSteps } from '../../../src/server/domain/insights-choices.ts'
import {
  daysIn,
  instantsOf,
  MOST_DAYS,
  periodOf,
  previousPeriod,
  stretchesOf,
} from '../../../src/server/domain/insights-period.ts'
import { randomRuns } from '../../support/random-runs.ts'

const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
const periods = fc
  .record({
    day: fc.integer({ min: 0, max: 20_000 }),
    days: fc.integer({ min: 1, max: MOST_DAYS }),
  })
  .map(({ day, days }) => {
    const from = addDays('2000-01-01', day)
    return { from, to: addDays(from, days - 1), days }
  })

describe('a period', () => {
  it.each([
    ['7d', '2026-11-19', '2026-11-25'],
    ['30d', '2026-10-27', '2026-11-25'],
    ['90d', '2026-08-28', '2026-11-25'],
    ['this-month', '2026-11-01', '2026-11-25'],
    ['last-month', '2026-10-01', '2026-10-31'],
  ] as const)('called %s runs from %s to %s', (preset, from, to) => {
    expect(periodOf(preset, '2026-11-25')).toEqual({ from, to })
  })

  it('last month is February whole in a leap year', () => {
    expect(periodOf('last-month', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })

  it('begins and ends at local midnight, or where the clocks begin the day', () => {
    const winter = instantsOf({ from: '2026-11-01', to: '2026-11-01' }, 'America/New_York')
    expect(`${winter.from} ${winter.to}`).toBe('2026-11-01T04:00:00Z 2026-11-02T05:00:00Z')
    const skipped = instantsOf({ from: '2018-11-04', to: '2018-11-04' }, 'America/Sao_Paulo')
    expect(`${skipped.from} ${skipped.to}`).toBe('2018-11-04T03:00:00Z 2018-11-05T02:00:00Z')
  })

  it('follows on the one before it, which has as many days', () => {
    fc.assert(
      fc.property(periods, ({ days, ...period }) => {
        const previous = previousPeriod(period)
        expect(daysIn(period)).toBe(days)
        expect(daysIn(previous)).toBe(days)
        expect(addDays(previous.to, 1)).toBe(period.from)
      }),
      randomRuns(100),
    )
  })

  it.each([
    ['Monday where nobody says so', undefined, ['2026-11-18', '2026-11-23', '2026-11-30']],
    ['Monday', 1, ['2026-11-18', '2026-11-23', '2026-11-30']],
    ['Sunday', 0, ['2026-11-18', '2026-11-22', '2026-11-29']],
    ['Saturday', 6, ['2026-11-18', '2026-11-21', '2026-11-28']],
  ] as const)('is cut into weeks from %s', (_, firstWeekday, starts) => {
    const period = { from: '2026-11-18', to: '2026-12-02' }
    const stretches = stretchesOf(period, 'week', firstWeekday)
    expect(stretches.map(({ from }) => from)).toEqual(starts)
  })

  it('is cut into stretches that hold each of its days once, and so are those before', () => {
    fc.assert(
      fc.property(
        periods,
        fc.constantFrom(...trendSteps),
        fc.integer({ min: 0, max: 6 }),
        (each, step, firstWeekday) => {
          const { days, ...period } = each
          const stretches = stretchesOf(period, step, firstWeekday)
          expect(stretches[0]?.from).toBe(period.from)
          expect(stretches.at(-1)?.to).toBe(period.to)
          expect(stretches[0]?.previous.from).toBe(previousPeriod(period).from)
          for (const [at, stretch] of stretches.entries()) {
            const next = stretches[at + 1]
            if (next) expect(next.from).toBe(addDays(stretch.to, 1))
            expect(daysIn(stretch.previous)).toBe(daysIn(stretch))
            if (step === 'week') expect(daysIn(stretch)).toBeLessThanOrEqual(7)
            if (step === 'week' && at > 0)
              expect(new Date(stretch.from).getUTCDay()).toBe(firstWeekday)
            if (step === 'month' && at > 0) expect(stretch.from).toMatch(/-01$/)
            if (step === 'month') expect(stretch.from.slice(0, 7)).toBe(stretch.to.slice(0, 7))
          }
          expect(stretches.reduce((sum, stretch) => sum + daysIn(stretch), 0)).toBe(days)
        },
      ),
      randomRuns(30),
    )
  })
})
