import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { DateOrder } from '../../../src/server/domain/import-date-forms.ts'
import { readDateTime } from '../../../src/server/domain/import-date-time.ts'

const read = (
  text: string,
  dateOrder: DateOrder = 'month_first',
  timeZone = 'America/New_York',
  now = '2027-01-01T00:00:00Z',
) => {
  const rules = { timeZone, dateOrder, now: Temporal.Instant.from(now) }
  const reading = readDateTime(text, rules)
  return reading.ok ? reading.at.toString() : reading.reason
}

describe('reading a date and time', () => {
  it.each([
    ['11/09/2026 03:40 AM', '2026-11-09T08:40:00Z'],
    ['11/09/2026 12:00 AM', '2026-11-09T05:00:00Z'],
    ['11/09/2026 12:30 PM', '2026-11-09T17:30:00Z'],
    ['11/9/2026 3:40pm', '2026-11-09T20:40:00Z'],
    ['11/09/2026, 3:40 p.m.', '2026-11-09T20:40:00Z'],
    ['11/09/2026 15:40:20', '2026-11-09T20:40:20Z'],
    ['11/09/2026', '2026-11-09T17:00:00Z'],
    ['2026-11-09', '2026-11-09T17:00:00Z'],
    ['2026-11-09 15:40', '2026-11-09T20:40:00Z'],
    ['2026/11/09 15:40', '2026-11-09T20:40:00Z'],
    ['09.11.2026 15:40', '2026-11-09T20:40:00Z'],
    ['9.11.26 15:40', '2026-11-09T20:40:00Z'],
    ['11/09/26 03:40 PM', '2026-11-09T20:40:00Z'],
    ['3 Nov 2026 15:40', '2026-11-03T20:40:00Z'],
    ['3-Nov-26', '2026-11-03T17:00:00Z'],
    ['3. November 2026', '2026-11-03T17:00:00Z'],
    ['3. März 2026 um 15:40 Uhr', '2026-03-03T20:40:00Z'],
    ['Nov 3, 2026', '2026-11-03T17:00:00Z'],
    ['Sept. 3rd, 2026 at 3:40 PM', '2026-09-03T19:40:00Z'],
    ['Tuesday, November 3, 2026', '2026-11-03T17:00:00Z'],
    ['3 de noviembre de 2026', '2026-11-03T17:00:00Z'],
    ['martes, 3 de noviembre de 2026, 3:40 p. m.', '2026-11-03T20:40:00Z'],
    ['mar 3 nov 2026', '2026-11-03T17:00:00Z'],
    ['2026-Nov-03 15:40', '2026-11-03T20:40:00Z'],
    ['46329', '2026-11-03T17:00:00Z'],
    ['46329.5', '2026-11-03T17:00:00Z'],
    ['46329,6527777778', '2026-11-03T20:40:00Z'],
    ['46329.999999', '2026-11-04T05:00:00Z'],
    ['2026-11-20T12:04:00-05:00', '2026-11-20T17:04:00Z'],
    ['2026-11-20T12:04:00Z', '2026-11-20T12:04:00Z'],
    ['2026-11-20 12:04:00 +0530', '2026-11-20T06:34:00Z'],
    // The clock goes back at 02:00 on 1 November: 01:30 comes twice, and the first one counts.
    ['11/01/2026 01:30 AM', '2026-11-01T05:30:00Z'],
    ['11/01/2026 02:30 AM', '2026-11-01T07:30:00Z'],
    // It goes forward at 02:00 on 8 March: 02:30 is skipped.
    ['03/08/2026 02:30 AM', '2026-03-08T07:30:00Z'],
    ['03/08/2026 03:30 AM', '2026-03-08T07:30:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(read(text)).toBe(instant)
  })

  it.each([
    ['yesterday', 'not a date'],
    ['', 'not a date'],
    ['11-09-26 03:40 AM', 'Write it with four digits'],
    ['3 novembre 2026', 'not a date'],
    ['Monday, November 3, 2026', 'weekday is not that of the date'],
    ['30 Feb 2026', 'no day 30 in 2/2026'],
    ['11/09/1926', 'year 1926 cannot be right'],
    ['12345', 'year 1933 cannot be right'],
    ['1. Januar 1926', 'year 1926 cannot be right'],
    [`${'1'.repeat(50_000)} Nov 2026`, 'not a date'],
    ['11/09/2026 03:40 AM maybe', 'not a date'],
    ['31/31/2026', 'no month 31'],
    ['02/30/2026 10:00 AM', 'no day 30 in 2/2026'],
    ['02/29/2027 10:00 AM', 'no day 29 in 2/2027'],
    ['00/10/2026 10:00 AM', 'no month 0'],
    ['11/09/2026 13:40 PM', 'no such time'],
    ['11/09/2026 0:40 AM', 'no such time'],
    ['11/09/2026 24:00', 'no such time'],
    ['11/09/2026 10:60', 'no such time'],
    ['2026-02-30T10:00:00Z', 'no such date'],
    ['01/01/1900 10:00 AM', 'year 1900 cannot be right'],
  ])('%j is refused: %s', (text, words) => {
    expect(read(text)).toContain(words)
  })

  it.each([
    ['11/20/2026', '2026-11-20T14:10:00Z', '2026-11-20T14:10:00Z', 'in the morning'],
    ['2026-11-20', '2026-11-20T05:00:00Z', '2026-11-20T05:00:00Z', 'at midnight'],
    ['11/20/2026', '2026-11-20T17:10:00Z', '2026-11-20T17:00:00Z', 'after noon'],
    ['11/20/2026', '2026-11-20T04:59:00Z', '2026-11-20T17:00:00Z', 'the evening before'],
    ['11/20/2026 12:00', '2026-11-20T14:10:00Z', '2026-11-20T17:00:00Z', 'with its time'],
  ])('takes the date %s at %s for %s: %s', (text, now, at) => {
    expect(read(text, 'month_first', 'America/New_York', now)).toBe(at)
  })

  it('counts from 1904 where the workbook does', () => {
    const now = Temporal.Instant.from('2027-01-01T00:00:00Z')
    const rules = { timeZone: 'UTC', dateOrder: 'day_first', now, dateSystem: '1904' } as const
    const reading = readDateTime('44867', rules)
    expect(reading.ok && reading.at.toString()).toBe('2026-11-03T12:00:00Z')
  })

  it('reads the day first where the file does', () => {
    expect(read('09/11/2026 15:40', 'day_first', 'Europe/London')).toBe('2026-11-09T15:40:00Z')
  })
})
