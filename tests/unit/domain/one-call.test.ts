import { describe, expect, it } from 'vitest'
import { groupByCall, isCoveredBy } from '../../../src/server/domain/one-call.ts'
import { MS_PER_DAY } from '../../../src/server/domain/zone-clock.ts'
import { aCall, aCampaign, at, FRIDAY_NOON } from '../../support/calling-facts.ts'

const nowMs = FRIDAY_NOON.epochMilliseconds
const placed = { nowMs, minDaysBetweenCalls: 3 }

describe('a waiting call of the number that is placed', () => {
  it.each([
    ['due already', {}, -1, true],
    ['due a moment before the days are over', {}, 3 * MS_PER_DAY - 1, true],
    ['due when the days are over', {}, 3 * MS_PER_DAY, false],
    ['to be tried again', { status: 'missed' as const }, 0, true],
    ['on the line', { status: 'ringing' as const }, 0, false],
    ['not planned', { dueAt: null }, 0, false],
    ['expired', { expiresAt: FRIDAY_NOON }, 0, false],
    ['of a demo', { isDemo: true }, 0, false],
    ['of a running campaign', { campaign: aCampaign }, 0, true],
    ['of a paused campaign', { campaign: { ...aCampaign, isPaused: true } }, 0, false],
    [
      'of a campaign to come',
      { campaign: { ...aCampaign, startsAt: at('2026-11-21T00:00:00Z') } },
      0,
      false,
    ],
    ['of a campaign that is over', { campaign: { ...aCampaign, endsAt: FRIDAY_NOON } }, 0, false],
  ])('%s', (_, call, dueInMs, isCovered) => {
    expect(isCoveredBy(placed, { call: aCall(call), dueMs: nowMs + dueInMs })).toBe(isCovered)
  })

  it.each([-1, 0, 1])('is left alone where no days are kept: due in %i ms', (dueInMs) => {
    const free = { nowMs, minDaysBetweenCalls: 0 }
    expect(isCoveredBy(free, { call: aCall(), dueMs: nowMs + dueInMs })).toBe(false)
  })
})

describe('visits of one number', () => {
  const visit = (name: string, phoneNumber: string, day: number) => ({
    name,
    phoneNumber,
    dueMs: day * MS_PER_DAY,
  })
  const groups = (visits: ReturnType<typeof visit>[], days: number) =>
    groupByCall(visits, days).map(({ first, joined }) =>
      [first, ...joined].map(({ name }) => name).join(''),
    )

  it('share the call of the earliest within the days, and begin anew after them', () => {
    const visits = [
      visit('c', '1', 3),
      visit('a', '1', 0),
      visit('b', '1', 2.9),
      visit('x', '2', 1),
    ]
    expect(groups(visits, 3)).toEqual(['ab', 'x', 'c'])
  })

  it('keep a call each where there are no such days', () => {
    expect(groups([visit('a', '1', 0), visit('b', '1', 0)], 0)).toEqual(['a', 'b'])
  })
})
