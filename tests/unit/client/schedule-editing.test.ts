import { describe, expect, it } from 'vitest'
import { groupChanges } from '../../../src/client/features/schedule/group-changes.ts'
import {
  changedParts,
  clashesBetween,
  mergeSchedules,
} from '../../../src/client/features/schedule/merge-schedules.ts'
import { parseDuration } from '../../../src/client/features/schedule/parse-duration.ts'
import { parseLocalTime } from '../../../src/client/features/schedule/parse-local-time.ts'
import {
  findProblems,
  placeServerIssues,
} from '../../../src/client/features/schedule/schedule-problems.ts'
import { DEFAULT_SCHEDULE_CONFIG } from '../../../src/server/domain/schedule-config.schema.ts'

const base = DEFAULT_SCHEDULE_CONFIG

describe('parseLocalTime', () => {
  it.each([
    ['9', '09:00'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9.15', '09:15'],
    ['09:00', '09:00'],
    ['9pm', '21:00'],
    ['12 am', '00:00'],
    ['12:30 p', '12:30'],
    ['9:30\u00a0p.\u00a0m.', '21:30'],
    ['24:00', '24:00'],
    ['24:01', null],
    ['25', null],
    ['13pm', null],
    ['9:60', null],
    ['soon', null],
    ['', null],
  ])('reads %j as %j', (words, time) => {
    expect(parseLocalTime(words)).toBe(time)
  })
})

describe('parseDuration', () => {
  it.each([
    ['15 min', 15],
    ['15', 15],
    ['2h', 120],
    ['1 h 30 min', 90],
    ['1.5 hours', 90],
    ['1,5 h', 90],
    ['next day', 1440],
    ['3 Days', 4320],
    ['2 días', 2880],
    ['1 semana', 10_080],
    ['0', null],
    ['0.5 min', null],
    ['2 fortnights', null],
    ['-5 min', null],
    ['', null],
  ])('reads %j as %j minutes', (words, minutes) => {
    expect(parseDuration(words)).toBe(minutes)
  })
})

describe('problems', () => {
  it('finds none in a usable schedule', () => {
    expect(findProblems(base)).toEqual({})
  })

  it('places a contradiction between windows at the later one', () => {
    const monday = [
      { start: '09:00', end: '12:00' },
      { start: '11:00', end: '15:00' },
    ]
    const problems = findProblems({ ...base, weekly: { ...base.weekly, monday } })
    expect(Object.keys(problems)).toEqual(['weekly.monday.1.start'])
  })

  it('places what is wrong with one delay at its list, and an emptied number at its field', () => {
    const retry = { ...base.retry, busy: [120, 15] }
    const problems = findProblems({ ...base, retry })
    expect(Object.keys(problems)).toEqual(['retry.busy'])
    expect(Object.keys(findProblems({ ...base, maxAttempts: Number.NaN }))).toEqual(['maxAttempts'])
  })

  it('places the server’s objections at the same fields', () => {
    expect(
      placeServerIssues([{ path: 'config.holidays.state', message: 'No such state' }]),
    ).toEqual({
      'holidays.state': 'No such state',
    })
  })
})

describe('two people saving', () => {
  const mine = { ...base, maxAttempts: 2, paused: true }
  const theirs = { ...base, timeZone: 'Europe/Madrid', maxAttempts: 3 }

  it('names what changed', () => {
    expect(changedParts(base, mine)).toEqual(['maxAttempts', 'paused'])
    expect(changedParts(base, structuredClone(base))).toEqual([])
  })

  it('puts my changes on top of theirs', () => {
    expect(mergeSchedules({ base, mine, theirs })).toEqual({
      ...base,
      timeZone: 'Europe/Madrid',
      maxAttempts: 2,
      paused: true,
    })
  })
})

describe('two people changing the same part', () => {
  const long = [{ start: '08:00', end: '20:00' }]
  const short = [{ start: '10:00', end: '14:00' }]
  const begun = { ...base, blockedDates: ['2026-12-24', '2026-12-31'] }
  const mine = {
    ...begun,
    weekly: { ...base.weekly, monday: long, friday: long },
    retry: { ...base.retry, busy: [30] },
    blockedDates: ['2026-12-31', '2027-01-02'],
  }
  const theirs = {
    ...begun,
    weekly: { ...base.weekly, tuesday: short, friday: short },
    retry: { ...base.retry, no_answer: [60] },
    blockedDates: ['2026-12-24', '2026-12-26', '2026-12-31'],
  }

  it('takes days, outcomes and dates one by one', () => {
    expect(mergeSchedules({ base: begun, mine, theirs })).toEqual({
      ...begun,
      weekly: { ...base.weekly, monday: long, tuesday: short, friday: long },
      retry: { ...base.retry, busy: [30], no_answer: [60] },
      blockedDates: ['2026-12-26', '2026-12-31', '2027-01-02'],
    })
  })

  it('names what only one of them can have', () => {
    expect(clashesBetween({ base: begun, mine, theirs })).toEqual(['Friday'])
    expect(clashesBetween({ base: begun, mine, theirs: mine })).toEqual([])
  })
})

describe('changes in words', () => {
  const longer = { before: '09:00–18:00', after: '08:00–20:00' }
  const opened = { before: 'closed', after: '10:00–14:00' }

  it('puts weekdays that changed alike in one line', () => {
    expect(
      groupChanges([
        { part: 'Time zone', before: 'UTC', after: 'Europe/Madrid' },
        { part: 'Monday', ...longer },
        { part: 'Tuesday', ...longer },
        { part: 'Wednesday', ...opened },
        { part: 'Thursday', ...longer },
        { part: 'Attempts', before: '4', after: '3' },
      ]),
    ).toEqual([
      { part: 'Time zone', before: 'UTC', after: 'Europe/Madrid' },
      { part: 'Monday, Tuesday and Thursday', ...longer },
      { part: 'Wednesday', ...opened },
      { part: 'Attempts', before: '4', after: '3' },
    ])
  })
})
