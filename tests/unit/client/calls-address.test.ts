import { describe, expect, it } from 'vitest'
import {
  countFilters,
  filterOf,
  nextSort,
  readCallsAddress,
  sortOf,
} from '../../../src/client/features/calls/calls-address.ts'

const id = '0193c0de-0000-7000-8000-000000000001'

describe('the address of the calls page', () => {
  it('leaves out what is wrong and keeps the rest', () => {
    const address = readCallsAddress({
      tab: 'nonsense',
      score: 13,
      from: 'yesterday',
      advisor: 'Dana',
      sort: 'name.up',
      tag: 'vip',
      call: id,
    })
    expect(address).toEqual({ tag: 'vip', call: id })
  })

  it('takes a search of digits, which the router reads as a number', () => {
    expect(readCallsAddress({ q: 4695550100 }).q).toBe('4695550100')
  })

  it('counts filters, but neither tab nor order nor the opened call', () => {
    expect(
      countFilters({ tab: 'missed', sort: 'rating.asc', call: id, q: 'a', to: '2026-11-20' }),
    ).toBe(2)
  })

  it.each([
    [
      'a usual day',
      'America/New_York',
      '2026-11-20',
      '2026-11-20T05:00:00Z',
      '2026-11-21T05:00:00Z',
    ],
    [
      'a day of 25 hours',
      'America/New_York',
      '2026-11-01',
      '2026-11-01T04:00:00Z',
      '2026-11-02T05:00:00Z',
    ],
    // Clocks there skipped midnight itself.
    [
      'a day without midnight',
      'America/Sao_Paulo',
      '2018-11-04',
      '2018-11-04T03:00:00Z',
      '2018-11-05T02:00:00Z',
    ],
  ])('asks for the whole of %s in the organization zone', (_, timeZone, day, from, to) => {
    expect(filterOf({ from: day, to: day }, timeZone)).toEqual({ from, to })
  })

  it('has no keys for filters that are not set, so that one list has one place in the cache', () => {
    expect(Object.keys(filterOf({ q: undefined, score: 'promoter' }, 'UTC'))).toEqual(['scoreBand'])
  })

  it('turns an order up, down and back to that of the tab', () => {
    const up = nextSort(undefined, 'rating')
    const down = nextSort(sortOf({ sort: up }), 'rating')
    expect([up, down, nextSort(sortOf({ sort: down }), 'rating')]).toEqual([
      'rating.asc',
      'rating.desc',
      undefined,
    ])
    expect(nextSort({ key: 'rating', direction: 'desc' }, 'npsScore')).toBe('npsScore.asc')
  })
})
