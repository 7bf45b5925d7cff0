import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatPhone,
  formatTime,
  formatWhen,
} from '../../../src/client/lib/format-time.ts'

// Some versions of ICU put a narrow no-break space before AM and PM.
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ')
const reader = Intl.DateTimeFormat().resolvedOptions().timeZone
const here = { locale: 'en-US', timeZone: reader }
const instant = '2026-11-20T15:20:00.000Z'

describe('dates and times', () => {
  it('speaks in the reader’s locale', () => {
    expect(plain(formatTime(instant, here))).toBe('3:20 PM')
    expect(formatTime(instant, { ...here, locale: 'de' })).toBe('15:20')
    expect(formatDate(instant, here)).toBe('Nov 20, 2026')
    expect(plain(formatDateTime(instant, here))).toBe('Nov 20, 2026, 3:20 PM')
  })

  it('names the zone when it is not the reader’s', () => {
    const there = { locale: 'en-US', timeZone: 'America/New_York' }
    expect(plain(formatTime(instant, there))).toBe('10:20 AM EST')
    expect(plain(formatTime('2026-07-20T15:20:00.000Z', there))).toBe('11:20 AM EDT')
  })
})

describe('formatWhen', () => {
  const rows: [name: string, instant: string, expected: string][] = [
    ['today', '2026-11-20T15:20:00.000Z', 'today 3:20 PM'],
    ['tomorrow, not a day later', '2026-11-21T00:10:00.000Z', 'tomorrow 12:10 AM'],
    ['yesterday', '2026-11-19T23:59:00.000Z', 'yesterday 11:59 PM'],
    ['this year', '2026-11-23T09:00:00.000Z', 'Nov 23, 9:00 AM'],
    ['another year', '2027-01-04T09:00:00.000Z', 'Jan 4, 2027, 9:00 AM'],
  ]
  it.each(rows)('%s', (_, when, expected) => {
    expect(plain(formatWhen(when, '2026-11-20T12:00:00.000Z', here))).toBe(expected)
  })

  it('counts days as the zone does', () => {
    const there = { locale: 'en-US', timeZone: 'Asia/Tokyo' }
    expect(plain(formatWhen(instant, '2026-11-20T12:00:00.000Z', there))).toMatch(
      /^tomorrow 12:20 AM/,
    )
  })
})

describe('formatDuration', () => {
  const rows: [seconds: number, expected: string][] = [
    [0, '0:00'],
    [42, '0:42'],
    [185, '3:05'],
    [3729, '1:02:09'],
  ]
  it.each(rows)('%d s is %s', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected)
  })
})

describe('formatPhone', () => {
  it('groups a number, and leaves alone what is none', () => {
    expect(formatPhone('+14695550119')).toBe('+1 469 555 0119')
    expect(formatPhone('unknown')).toBe('unknown')
  })
})
