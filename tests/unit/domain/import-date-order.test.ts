import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type DateOrder, parseDate } from '../../../src/server/domain/import-date-forms.ts'
import {
  findDateOrder as findOrder,
  isShortYearUnclear,
  usualDateOrder,
} from '../../../src/server/domain/import-date-order.ts'

const cells = (texts: readonly string[]) =>
  texts.flatMap((written) => {
    const date = parseDate(written)
    return date === null ? [] : [{ written, date }]
  })
const findDateOrder = (texts: readonly string[], usual: DateOrder) => findOrder(cells(texts), usual)

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

describe('years of two digits', () => {
  it('are asked about as those of four are', () => {
    const asked = { order: 'day_first', isSure: false, example: '01/02/26' }
    expect(findDateOrder(['01/02/26', '04/04/26'], 'day_first')).toEqual(asked)
    expect(findDateOrder(['01/02/26', '20/11/26'], 'month_first')).toMatchObject({
      order: 'day_first',
      isSure: true,
    })
  })

  const now = Temporal.Instant.from('2026-11-27T12:00:00Z')
  it.each([
    [['20.11.26', '26.11.26'], false, 'lie near with the year last'],
    [['26/11/20', '26/11/21'], true, 'lie near with the year first'],
    [['26/11/20', '30/11/26', '24/12/25'], false, 'one of which cannot begin with its year'],
    [['26-Nov-20'], true, 'with the name of the month between'],
    [['26/11/2020', '2026-11-20'], false, 'none at all'],
  ])('%j: %s, since they %s', (texts, isUnclear) => {
    expect(isShortYearUnclear(cells(texts), { order: 'day_first', now })).toBe(isUnclear)
  })
})
