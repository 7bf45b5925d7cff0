import { describe, expect, it } from 'vitest'
import {
  busiestHour,
  daysOfPreview,
  withoutEmptyEnd,
} from '../../../src/client/features/schedule/preview-days.ts'
import {
  nextPreviewState,
  noPreview,
  type PreviewAnswer,
  type PreviewEvent,
} from '../../../src/client/features/schedule/preview-state.ts'
import {
  changeWords,
  expiryWords,
  fateWords,
  forecastWords,
} from '../../../src/client/features/schedule/preview-words.ts'
import { DEFAULT_SCHEDULE_CONFIG } from '../../../src/server/domain/schedule-config.schema.ts'
import type { PreviewResult } from '../../../src/server/domain/schedule-preview.schema.ts'

const counts = {
  waiting: 40,
  earlier: 0,
  later: 0,
  lost: 0,
  won: 0,
  expiringBefore: 0,
  expiringAfter: 0,
  heldAfter: 0,
  pausedAfter: 0,
}
const result: PreviewResult = {
  counts,
  moved: [],
  hours: [],
  clockChanges: [],
  warnings: [],
}
const zone = 'America/New_York'
/** Friday 2026-10-30, 12:00 in New York; clocks go back on Sunday. */
const nowMs = Date.parse('2026-10-30T16:00:00Z')

describe('the days of a preview', () => {
  const days = daysOfPreview(
    {
      hours: [
        { startsAt: '2026-10-30T17:00:00.000Z', before: 2, after: 1 },
        { startsAt: '2026-10-30T19:00:00.000Z', before: 0, after: 4 },
        // 01:00, twice.
        { startsAt: '2026-11-01T05:00:00.000Z', before: 1, after: 1 },
        { startsAt: '2026-11-01T06:00:00.000Z', before: 0, after: 2 },
      ],
      clockChanges: [{ at: '2026-11-01T06:00:00.000Z', shiftMinutes: -60 }],
    },
    zone,
    nowMs,
  )

  it('counts by the hour on the wall clock, a repeated hour once', () => {
    expect(days[0]?.hours[13]).toEqual({ before: 2, after: 1 })
    expect(days[0]).toMatchObject({ before: 2, after: 5, shiftMinutes: null })
    expect(days[2]?.hours[1]).toEqual({ before: 1, after: 3 })
  })

  it('marks the day on which clocks change', () => {
    expect(days.map(({ shiftMinutes }) => shiftMinutes).filter((shift) => shift !== null)).toEqual([
      -60,
    ])
    expect(days[2]?.shiftMinutes).toBe(-60)
  })

  it('has fourteen days, and one more only where calls reach into it', () => {
    expect(days).toHaveLength(14)
    const late = [{ startsAt: '2026-11-13T15:00:00.000Z', before: 0, after: 1 }]
    expect(daysOfPreview({ hours: late, clockChanges: [] }, zone, nowMs)).toHaveLength(15)
  })

  it('leaves out the empty days at the end, but not the one of a clock change', () => {
    expect(withoutEmptyEnd(days)).toHaveLength(3)
    expect(withoutEmptyEnd(days.slice(0, 5))).toHaveLength(5)
  })

  it('finds the busiest hour', () => {
    const [first, second] = days
    expect(first && busiestHour(first)).toEqual({ hour: 15, calls: 4 })
    expect(second && busiestHour(second)).toBeNull()
  })
})

describe('a preview in words', () => {
  it('says what is lost first', () => {
    const changed = { ...result, counts: { ...counts, earlier: 3, later: 1, lost: 2, won: 1 } }
    expect(changeWords(changed)).toEqual([
      '2 calls would no longer go out',
      '1 call would go out that would not today',
      '3 calls would move earlier',
      '1 call would move later',
    ])
    expect(changeWords(result)).toEqual([])
  })

  it.each([
    [0, 0, 'No call will expire before it is reached'],
    [0, 2, '2 calls will expire before they are reached, 2 more than today'],
    [5, 1, '1 call will expire before it is reached, 4 fewer than today'],
  ])('from %i to %i that expire', (expiringBefore, expiringAfter, words) => {
    expect(expiryWords({ ...result, counts: { ...counts, expiringBefore, expiringAfter } })).toBe(
      words,
    )
  })

  it.each([
    [{ kind: 'placed', at: '2026-10-30T19:20:00.000Z' }, 'today 15:20'],
    [{ kind: 'expires' }, 'not reached in time'],
    [{ kind: 'held', because: 'customer_time_zone' }, 'held: customer’s time zone'],
    [{ kind: 'paused' }, 'paused'],
  ] as const)('%j', (fate, words) => {
    expect(fateWords(fate, { nowMs, timeZone: zone, locale: 'en-GB' })).toBe(words)
  })
})

describe('calls that nothing but a person lets go', () => {
  it.each([
    [{ heldAfter: 2 }, '2 calls wait for a person'],
    [{ pausedAfter: 40 }, 'Calling is paused, so none goes out'],
    [
      { expiringAfter: 1, heldAfter: 1 },
      '1 call will expire before it is reached, 1 more than today; 1 call waits for a person',
    ],
  ])('in a preview: %j', (some, words) => {
    expect(expiryWords({ ...result, counts: { ...counts, ...some } })).toBe(words)
  })

  const all = { waiting: 3, unreachableCount: 0, heldCount: 0, pausedCount: 0 }
  it.each([
    [{}, 'As saved, all 3 calls that wait come to their turn before they expire.'],
    [{ waiting: 0 }, 'No call is waiting.'],
    [{ heldCount: 1 }, '1 call waits for a person.'],
    [{ pausedCount: 3 }, 'Calling is paused, so none goes out.'],
    [
      { unreachableCount: 2, heldCount: 1 },
      '2 calls of 3 will expire first, as the schedule is saved. ' +
        'Longer windows or more calls at a time would help. 1 call waits for a person.',
    ],
  ])('in the forecast: %j', (some, words) => {
    expect(forecastWords({ ...all, ...some }).join(' ')).toBe(words)
  })
})

describe('the way to an answer', () => {
  const answer: PreviewAnswer = { config: DEFAULT_SCHEDULE_CONFIG, result, atMs: 1 }
  const stateAfter = (...events: PreviewEvent[]) => events.reduce(nextPreviewState, noPreview)

  it('goes from an edit over progress to the answer', () => {
    expect(stateAfter({ type: 'edited' })).toMatchObject({ phase: 'waiting', answer: null })
    expect(
      stateAfter({ type: 'edited' }, { type: 'begun' }, { type: 'progressed', share: 0.4 }),
    ).toMatchObject({ phase: 'running', share: 0.4 })
    expect(stateAfter({ type: 'begun' }, { type: 'answered', answer })).toMatchObject({
      phase: 'done',
      answer,
    })
  })

  it.each<[PreviewEvent, string]>([
    [{ type: 'edited' }, 'waiting'],
    [{ type: 'unreadable' }, 'resting'],
    [{ type: 'interrupted' }, 'offline'],
    [{ type: 'canceled' }, 'canceled'],
    [{ type: 'failed', reason: 'Too slow.' }, 'failed'],
  ])('keeps the last answer through %j', (event, phase) => {
    expect(stateAfter({ type: 'answered', answer }, event)).toMatchObject({ phase, answer })
  })

  it('forgets why it failed once it is tried again', () => {
    expect(
      stateAfter({ type: 'failed', reason: 'Too slow.' }, { type: 'edited' }).reason,
    ).toBeNull()
  })
})
