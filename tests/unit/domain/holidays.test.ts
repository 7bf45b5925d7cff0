import { describe, expect, it } from 'vitest'
import {
  createHolidayLookup,
  findHolidayRegionProblem,
  listHolidays,
} from '../../../src/server/domain/holidays.ts'

describe('the holidays of a region', () => {
  const newYork = createHolidayLookup({ country: 'US', state: 'NY' })

  it.each([
    ['a fixed day', '2026-12-25', 'Christmas Day'],
    ['the fourth Thursday of November', '2026-11-26', 'Thanksgiving Day'],
    ['a holiday on a Saturday', '2026-07-04', 'Independence Day'],
    ['the Friday instead of it', '2026-07-03', 'Independence Day (substitute day)'],
    ['an observance is an ordinary day', '2026-10-31', null],
    ['an ordinary day', '2026-11-20', null],
  ])('%s', (_, date, name) => {
    expect(newYork(date)).toBe(name)
  })

  it('differ by state', () => {
    const california = createHolidayLookup({ country: 'US', state: 'CA' })
    expect(california('2026-03-31')).toBe('César Chávez Day')
    expect(newYork('2026-03-31')).toBeNull()
  })

  it('cover each day of a holiday of several days', () => {
    const days = listHolidays({ country: 'AE' }, 2026).filter(({ name }) => /al-Fitr/.test(name))
    expect(days.map(({ date }) => date)).toEqual(['2026-03-20', '2026-03-21', '2026-03-22'])
  })

  it('cover one day where the clock changes on it', () => {
    const easter = listHolidays({ country: 'DE', state: 'BB' }, 2024).filter(
      ({ date }) => date >= '2024-03-30' && date <= '2024-04-02',
    )
    // In 2024 Germany lost an hour on Easter Sunday.
    expect(easter.map(({ date }) => date)).toEqual(['2024-03-31', '2024-04-01'])
  })

  it('are none where no region is set', () => {
    expect(createHolidayLookup(null)('2026-12-25')).toBeNull()
  })
})

describe('a region', () => {
  it.each([
    ['is fine', { country: 'US', state: 'NY' }, null],
    ['needs no state', { country: 'US' }, null],
    ['is unknown', { country: 'ZZ' }, 'No holidays are known for country "ZZ"'],
    [
      'has no such state',
      { country: 'DE', state: 'ZZ' },
      '"ZZ" is not a state of DE; use one of BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH',
    ],
    [
      'has no states',
      { country: 'JP', state: '13' },
      'Holidays of JP do not differ by state; leave it out',
    ],
  ])('%s', (_, region, problem) => {
    expect(findHolidayRegionProblem(region)).toBe(problem)
  })
})
