import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  type DateOrder,
  findDateOrder,
  readDateTime,
  usualDateOrder,
} from '../../../src/server/domain/import-date-time.ts'

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
    ['11/09/26 03:40 AM', 'not a date'],
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
    ['01/01/1900 10:00 AM', 'year cannot be right'],
    ['46345.5', 'turned this date into a number'],
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

  it('reads the day first where the file does', () => {
    expect(read('09/11/2026 15:40', 'day_first', 'Europe/London')).toBe('2026-11-09T15:40:00Z')
  })
})

describe('the order of day and month', () => {
  it('is what most dates of the file speak for', () => {
    const dates = [...Array(19).fill('11/20/2026'), '31/12/2026', '01/02/2026', 'yesterday']
    const sure = { isSure: true, example: '01/02/2026' }
    expect(findDateOrder(dates, 'day_first')).toEqual({ order: 'month_first', ...sure })
    const british = ['20/11/2026', '01/02/2026']
    expect(findDateOrder(british, 'month_first')).toEqual({ order: 'day_first', ...sure })
  })

  it('is asked for where more than one in twenty speaks against it', () => {
    const dates = ['11/20/2026', '31/12/2026', '11/21/2026', '01/02/2026', 'yesterday']
    const asked = { order: 'month_first', isSure: false, example: '01/02/2026' }
    expect(findDateOrder(dates, 'day_first')).toEqual(asked)
    const eighteen = [...Array(18).fill('11/20/2026'), '31/12/2026', '01/02/2026']
    expect(findDateOrder(eighteen, 'day_first')).toEqual(asked)
  })

  it('is the usual one, and asked for, where a lone date among several speaks against it', () => {
    const dates = ['11/02/2026', '11/03/2026', '14/11/2026', '11/04/2026']
    const asked = { order: 'month_first', isSure: false, example: '11/02/2026' }
    expect(findDateOrder(dates, 'month_first')).toEqual(asked)
    expect(findDateOrder(dates.slice(0, 3), 'month_first').isSure).toBe(true)
    expect(findDateOrder(dates, 'day_first')).toMatchObject({ order: 'day_first', isSure: true })
    const two = [...dates, '15/11/2026']
    expect(findDateOrder(two, 'month_first')).toMatchObject({ order: 'day_first', isSure: true })
  })

  it('is the usual one, and asked for, where every date could be read both ways', () => {
    const dates = ['04/04/2026', ' 01/02/2026 09:30', '31/31/2026']
    const asked = { order: 'day_first', isSure: false, example: '01/02/2026 09:30' }
    expect(findDateOrder(dates, 'day_first')).toEqual(asked)
    expect([usualDateOrder('US'), usualDateOrder('GB')]).toEqual(['month_first', 'day_first'])
  })

  it('is no question where it makes no difference', () => {
    const dates = ['04/04/2026', '2026-11-20', '03.04.2026']
    expect(findDateOrder(dates, 'month_first').isSure).toBe(true)
  })
})
