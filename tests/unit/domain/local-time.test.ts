import { describe, expect, it } from 'vitest'
import { describeInstant, describeMinutes } from '../../../src/server/domain/local-time.ts'
import { at, FRIDAY_NOON } from '../../support/calling-facts.ts'

describe('an instant in words', () => {
  it.each([
    ['2026-11-20T20:20:00Z', 'today 15:20'],
    ['2026-11-20T05:00:00Z', 'today 00:00'],
    ['2026-11-21T04:59:59Z', 'today 23:59'],
    ['2026-11-21T05:00:00Z', 'tomorrow 00:00'],
    ['2026-11-19T20:20:00Z', 'yesterday 15:20'],
    ['2026-11-26T14:00:00Z', 'Thursday 09:00'],
    ['2026-11-27T14:00:00Z', 'Fri 27 Nov 09:00'],
    ['2026-11-18T14:00:00Z', 'Wed 18 Nov 09:00'],
    ['2027-01-04T14:00:00Z', 'Mon 4 Jan 2027 09:00'],
  ])('%s is %s in New York on Friday 20 November', (instant, words) => {
    expect(describeInstant(at(instant), 'America/New_York', FRIDAY_NOON)).toBe(words)
  })
})

describe('a duration in words', () => {
  it.each([
    [0, '0 min'],
    [15, '15 min'],
    [120, '2 h'],
    [90, '1 h 30 min'],
    [1440, '1 day'],
    [10_080, '7 days'],
    [1500, '25 h'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(describeMinutes(minutes)).toBe(words)
  })
})
