import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CallListQuery,
  compareCalls,
  matchesFilter,
} from '../../../src/server/domain/call-filter.ts'
import { callSortKeys } from '../../../src/server/domain/call-filter-choices.ts'
import { callStatuses, callTabs } from '../../../src/server/domain/call-status.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

describe('matchesFilter', () => {
  const nine = { status: 'completed', npsScore: 9, endTime: '2026-11-20T16:00:00.000Z' } as const
  const rows: [
    name: string,
    call: Parameters<typeof sampleCall>[0],
    list: CallListQuery,
    boolean,
  ][] = [
    ['ready is in ready', {}, { tab: 'ready', filter: {} }, true],
    ['a live call is in ready', { status: 'ringing' }, { tab: 'ready', filter: {} }, true],
    ['missed is not in ready', { status: 'missed' }, { tab: 'ready', filter: {} }, false],
    ['unknown is in missed', { status: 'unknown' }, { tab: 'missed', filter: {} }, true],
    ['canceled is in no tab', { status: 'canceled' }, { tab: 'missed', filter: {} }, false],
    [
      'canceled is reached from any tab',
      { status: 'canceled' },
      { tab: 'completed', filter: { status: 'canceled' } },
      true,
    ],
    [
      'the canceled filter shows nothing else',
      { status: 'completed' },
      { tab: 'completed', filter: { status: 'canceled' } },
      false,
    ],
    [
      'a status of another tab empties the list',
      { status: 'missed' },
      { tab: 'ready', filter: { status: 'missed' } },
      false,
    ],
    [
      'a status narrows its tab',
      { status: 'failed' },
      { tab: 'missed', filter: { status: 'missed' } },
      false,
    ],
    ['search finds a name', {}, { tab: 'ready', filter: { search: 'OKAF' } }, true],
    [
      'search finds a part of the number',
      {},
      { tab: 'ready', filter: { search: '5550119' } },
      true,
    ],
    ['search finds a vehicle number', {}, { tab: 'ready', filter: { search: 'xbv-45' } }, true],
    ['search finds an order number', {}, { tab: 'ready', filter: { search: 'ro-1001' } }, true],
    ['search finds an advisor', {}, { tab: 'ready', filter: { search: 'whitf' } }, true],
    ['search misses', {}, { tab: 'ready', filter: { search: 'zzz' } }, false],
    ['no wildcards in search', {}, { tab: 'ready', filter: { search: 'D%o' } }, false],
    ['advisor', {}, { tab: 'ready', filter: { serviceAdvisorId: uuidOf(902) } }, true],
    ['other advisor', {}, { tab: 'ready', filter: { serviceAdvisorId: uuidOf(903) } }, false],
    ['service type', {}, { tab: 'ready', filter: { serviceType: 'Annual service' } }, true],
    ['part of a service type', {}, { tab: 'ready', filter: { serviceType: 'Annual' } }, false],
    ['no campaign', {}, { tab: 'ready', filter: { campaignId: uuidOf(5) } }, false],
    ['tag', { tags: ['a', 'b'] }, { tab: 'ready', filter: { tag: 'b' } }, true],
    ['no tag', { tags: ['ab'] }, { tab: 'ready', filter: { tag: 'b' } }, false],
    ['promoter', nine, { tab: 'completed', filter: { scoreBand: 'promoter' } }, true],
    ['passive', nine, { tab: 'completed', filter: { scoreBand: 'passive' } }, false],
    ['any score', nine, { tab: 'completed', filter: { scoreBand: 'any' } }, true],
    ['any score but none', {}, { tab: 'ready', filter: { scoreBand: 'any' } }, false],
    ['any status', { status: 'canceled' }, { tab: 'ready', filter: { status: 'any' } }, true],
    ['ended, in whatever tab', nine, { tab: 'ready', filter: { status: 'ended' } }, true],
    [
      'ended, though missed',
      { status: 'failed' },
      { tab: 'completed', filter: { status: 'ended' } },
      true,
    ],
    ['not ended', {}, { tab: 'ready', filter: { status: 'ended' } }, false],
    [
      'canceled, which is no end that is counted',
      { status: 'canceled' },
      { tab: 'completed', filter: { status: 'ended' } },
      false,
    ],
    ['an end that is not known', {}, { tab: 'ready', filter: { outcome: 'none' } }, true],
    [
      'an end that is known',
      { ...nine, outcome: 'answered' },
      { tab: 'completed', filter: { outcome: 'none' } },
      false,
    ],
    ['sample', { isSample: true }, { tab: 'ready', filter: { isSample: true } }, true],
    ['no sample', {}, { tab: 'ready', filter: { isSample: true } }, false],
    ['a make', {}, { tab: 'ready', filter: { vehicleMake: 'Honda' } }, true],
    ['a make that is known', {}, { tab: 'ready', filter: { vehicleMake: '' } }, false],
    ['no advisor', {}, { tab: 'ready', filter: { serviceAdvisorId: 'none' } }, false],
    [
      'an hour of the first try on its clock',
      { firstTriedAt: '2026-11-20T16:59:59.999Z' },
      { tab: 'ready', filter: { firstTriedHour: 11, timeZone: 'America/New_York' } },
      true,
    ],
    ['no first try', {}, { tab: 'ready', filter: { firstTriedHour: 0 } }, false],
    ['no score', {}, { tab: 'ready', filter: { scoreBand: 'detractor' } }, false],
    [
      'from is inclusive',
      {},
      { tab: 'ready', filter: { from: '2026-11-20T10:00:00-05:00' } },
      true,
    ],
    ['to is exclusive', {}, { tab: 'ready', filter: { to: '2026-11-20T15:00:00Z' } }, false],
    [
      'without a date',
      { dueAt: null },
      { tab: 'ready', filter: { to: '2027-01-01T00:00:00Z' } },
      false,
    ],
    [
      'completed by its end',
      nine,
      { tab: 'completed', filter: { from: '2026-11-20T16:00:00Z' } },
      true,
    ],
  ]
  it.each(rows)('%s', (_, call, list, expected) => {
    expect(matchesFilter(sampleCall(call), list)).toBe(expected)
  })
})

const early = '2026-11-20T09:00:00.000Z'
const late = '2026-11-20T17:00:00.000Z'

describe('compareCalls', () => {
  const inOrder: [name: string, list: Parameters<typeof compareCalls>[2], calls: object[]][] = [
    [
      'ready: live first by start, then by due time, undated last, then by id',
      { tab: 'ready' },
      [
        { id: uuidOf(9), status: 'in_progress', startTime: early, dueAt: null },
        { id: uuidOf(8), status: 'ringing', startTime: late, dueAt: null },
        { id: uuidOf(7), dueAt: early },
        { id: uuidOf(5), dueAt: late },
        { id: uuidOf(6), dueAt: late },
        { id: uuidOf(1), dueAt: null },
      ],
    ],
    [
      'missed: newest end first, then the newer id',
      { tab: 'missed' },
      [
        { id: uuidOf(1), endTime: late },
        { id: uuidOf(3), endTime: early },
        { id: uuidOf(2), endTime: early },
        { id: uuidOf(4), endTime: null },
      ],
    ],
    [
      'a column downwards keeps empty ones last',
      { tab: 'completed', sort: { key: 'npsScore', direction: 'desc' } },
      [
        { id: uuidOf(1), npsScore: 10 },
        { id: uuidOf(2), npsScore: 2 },
        { id: uuidOf(9), npsScore: null },
        { id: uuidOf(8), npsScore: null },
      ],
    ],
    [
      'an explicit order puts live calls among the others',
      { tab: 'ready', sort: { key: 'customerName', direction: 'asc' } },
      [
        { id: uuidOf(1), customerName: 'ann' },
        { id: uuidOf(2), customerName: 'Bea', status: 'ringing' },
        { id: uuidOf(3), customerName: 'cem' },
      ],
    ],
    [
      'names sort by code point, whatever UTF-16 does',
      { tab: 'ready', sort: { key: 'customerName', direction: 'asc' } },
      [
        { id: uuidOf(1), customerName: 'A' },
        { id: uuidOf(2), customerName: 'Ab' },
        { id: uuidOf(3), customerName: 'A\uffee' },
        { id: uuidOf(4), customerName: 'A\u{1f697}' },
      ],
    ],
  ]
  it.each(inOrder)('%s', (_, list, overrides) => {
    const calls = overrides.map((override) => sampleCall(override))
    const sorted = calls.toReversed().toSorted((a, b) => compareCalls(a, b, list))
    expect(sorted.map((call) => call.id)).toEqual(calls.map((call) => call.id))
  })

  it('is a total order: transitive, mirrored, and zero only for the same call', () => {
    const time = fc.constantFrom(early, late, null)
    const call = fc
      .record({
        id: fc.nat(20).map(uuidOf),
        status: fc.constantFrom(...callStatuses),
        dueAt: time,
        startTime: time,
        endTime: time,
        customerName: fc.constantFrom('a', 'A', 'b', 'é'),
        serviceAdvisorName: fc.constantFrom('x', null),
        npsScore: fc.constantFrom(0, 9, null),
        rating: fc.constantFrom(1, null),
      })
      .map(sampleCall)
    const list = fc.record(
      {
        tab: fc.constantFrom(...callTabs),
        sort: fc.record({
          key: fc.constantFrom(...callSortKeys),
          direction: fc.constantFrom('asc' as const, 'desc' as const),
        }),
      },
      { requiredKeys: ['tab'] },
    )
    fc.assert(
      fc.property(call, call, call, list, (a, b, c, how) => {
        const ab = compareCalls(a, b, how)
        expect(ab > 0).toBe(compareCalls(b, a, how) < 0)
        if (a.id !== b.id) expect(ab).not.toBe(0)
        if (ab <= 0 && compareCalls(b, c, how) <= 0) {
          expect(compareCalls(a, c, how)).toBeLessThanOrEqual(0)
        }
      }),
      randomRuns(2000),
    )
  })
})
