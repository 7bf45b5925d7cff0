import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { caseDueAt, isLowScore } from '../../../src/server/domain/case-rules.ts'
import { localDayAt } from '../../../src/server/domain/local-time.ts'
import { at, calendarWith } from '../../support/calling-facts.ts'

test.each([
  [6, [0, 1, 2, 3, 4, 5, 6]],
  [0, [0]],
  [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [null, []],
])('where %s is low, so is what is below', (lowScore, low) => {
  const scores = Array.from({ length: 11 }, (_, score) => score)
  expect(scores.filter((score) => isLowScore(score, lowScore))).toEqual(low)
})

const never = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
}

describe('a case is due at the end of the next working day', () => {
  it.each([
    ['the next day', '2026-11-18T15:00:00Z', '2026-11-19T23:00:00Z', {}],
    ['opened after work', '2026-11-19T01:00:00Z', '2026-11-19T23:00:00Z', {}],
    ['Saturday is worked', '2026-11-20T15:00:00Z', '2026-11-21T19:00:00Z', {}],
    ['Sunday is not', '2026-11-21T15:00:00Z', '2026-11-23T23:00:00Z', {}],
    [
      'nor a blocked date',
      '2026-11-18T15:00:00Z',
      '2026-11-20T23:00:00Z',
      { blockedDates: ['2026-11-19'] },
    ],
    ['the clock goes back meanwhile', '2026-10-31T15:00:00Z', '2026-11-02T23:00:00Z', {}],
    [
      'a window past midnight ends with its day',
      '2026-11-18T15:00:00Z',
      '2026-11-20T05:00:00Z',
      { weekly: { ...never, thursday: [{ start: '20:00', end: '02:00' }] } },
    ],
    [
      'without any window, a day',
      '2026-11-18T15:00:00Z',
      '2026-11-19T15:00:00Z',
      { weekly: never },
    ],
  ])('%s', (_, now, due, config) => {
    expect(caseDueAt(calendarWith(config), at(now)).toString()).toBe(due)
  })

  it('is always a later local date, and a working one', () => {
    const calendar = calendarWith()
    const anyInstant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })
    fc.assert(
      fc.property(anyInstant, (ms) => {
        const now = at(new Date(ms).toISOString())
        const due = caseDueAt(calendar, now)
        const [today, day] = [now, due].map((each) =>
          localDayAt('America/New_York', each.epochMilliseconds),
        )
        expect(Number(day)).toBeGreaterThan(Number(today))
        const minuteBefore = due.subtract({ minutes: 1 }).epochMilliseconds
        expect(calendar.openings.at(minuteBefore)?.[1]).toBe(due.epochMilliseconds)
      }),
    )
  })
})
