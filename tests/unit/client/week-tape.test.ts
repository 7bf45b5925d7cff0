import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekFrom } from '../../../src/client/features/schedule/reader-week.ts'
import {
  dragEnd,
  dragStart,
  drawSpan,
  MINUTES_PER_WEEK,
  moveSpan,
  piecesOf,
  snap,
  spansOf,
  stepFrom,
  stepSpan,
  type TapeSpan,
  weekdayOf,
  windowOf,
} from '../../../src/client/features/schedule/week-tape.ts'
import { DEFAULT_SCHEDULE_CONFIG } from '../../../src/server/domain/schedule-config.schema.ts'
import { randomRuns } from '../../support/random-runs.ts'

const DAY = 1440
const [fromMonday, fromSunday] = [weekFrom(1), weekFrom(0)]
/** Minutes since the first midnight of a week, from `day 0..6` and `HH:MM`. */
const at = (day: number, time: string) =>
  day * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const span = (day: number, start: string, end: string, endDay = day): TapeSpan => ({
  from: at(day, start),
  to: at(endDay, end),
})

const closed = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
}

describe('windows on the tape', () => {
  it('places each window on the weekday on which it starts', () => {
    const weekly = { ...closed, tuesday: [{ start: '22:00', end: '02:00' }] }
    expect(spansOf(weekly, fromMonday)).toEqual([
      { weekday: 'tuesday', index: 0, ...span(1, '22:00', '02:00', 2) },
    ])
    expect(spansOf(weekly, fromSunday)).toEqual([
      { weekday: 'tuesday', index: 0, ...span(2, '22:00', '02:00', 3) },
    ])
  })

  it('leaves out a window that is not written to its end', () => {
    const friday = [
      { start: '09:00', end: 'x' },
      { start: '10:00', end: '10:00' },
      { start: '11:00', end: '12:00' },
    ]
    expect(spansOf({ ...closed, friday }, fromMonday).map(({ index }) => index)).toEqual([2])
  })

  it.each([0, 1, 6])('gives back each window as it was in a week from weekday %i on', (first) => {
    const { weekly } = DEFAULT_SCHEDULE_CONFIG
    const week = weekFrom(first)
    for (const placed of spansOf(weekly, week)) {
      expect(weekdayOf(placed, week)).toBe(placed.weekday)
      expect(windowOf(placed)).toEqual(weekly[placed.weekday][placed.index])
    }
  })

  it.each([
    ['to midnight', span(4, '18:00', '00:00', 5), 'friday', { start: '18:00', end: '24:00' }],
    ['a whole day', span(0, '00:00', '00:00', 1), 'monday', { start: '00:00', end: '24:00' }],
    [
      'over the end of the week',
      span(6, '23:00', '01:00', 7),
      'sunday',
      { start: '23:00', end: '01:00' },
    ],
  ] as const)('writes a window %s', (_, given, weekday, window) => {
    expect(windowOf(given)).toEqual(window)
    expect(weekdayOf(given, fromMonday)).toBe(weekday)
  })

  it('draws a window across midnight in two rows, also from Sunday to Monday', () => {
    expect(piecesOf(span(6, '22:00', '02:00', 7))).toEqual([
      { day: 6, from: 1320, to: 1440, hasStart: true, hasEnd: false },
      { day: 0, from: 0, to: 120, hasStart: false, hasEnd: true },
    ])
    expect(piecesOf(span(6, '22:00', '00:00', 7))).toHaveLength(1)
  })
})

describe('drawing a window', () => {
  const lunch = [span(0, '12:00', '13:00')]
  it.each([
    ['to the right', '09:00', at(0, '11:00'), span(0, '09:00', '11:00')],
    ['to the left', '11:00', at(0, '09:00'), span(0, '09:00', '11:00')],
    ['up to the next one and no further', '09:00', at(0, '15:00'), span(0, '09:00', '12:00')],
    ['back to the one before', '16:00', at(0, '10:00'), span(0, '13:00', '16:00')],
    ['into the row below', '22:00', at(1, '02:00'), span(0, '22:00', '02:00', 1)],
    ['with a slip into a row further off', '14:00', at(1, '16:00'), span(0, '14:00', '16:00')],
  ])('%s', (_, anchor, pointer, expected) => {
    expect(drawSpan(at(0, anchor), pointer, lunch)).toEqual(expected)
  })

  it('draws none that is shorter than a step', () => {
    expect(drawSpan(at(0, '09:00'), at(0, '09:00'), [])).toBeNull()
  })
})

describe('moving an edge', () => {
  const office = span(6, '22:00', '23:00')
  it('takes the end of Sunday’s window into Monday', () => {
    expect(dragEnd(office, at(0, '02:00'), [])).toEqual(span(6, '22:00', '02:00', 7))
  })
  it('leaves at least one step', () => {
    expect(dragEnd(office, at(6, '20:00'), [])).toEqual(span(6, '22:00', '22:15'))
    expect(dragStart(office, at(6, '23:30'), [])).toEqual(span(6, '22:45', '23:00'))
  })
  it('stops at a neighbour', () => {
    expect(dragEnd(office, at(0, '05:00'), [span(0, '01:00', '02:00')])).toEqual(
      span(6, '22:00', '01:00', 7),
    )
    expect(dragStart(office, at(6, '08:00'), [span(6, '09:00', '10:00')])).toEqual(
      span(6, '10:00', '23:00'),
    )
  })
  it('makes a whole day between midnights and nowhere else', () => {
    expect(dragEnd(span(2, '00:00', '09:00'), at(3, '00:00'), [])).toEqual(
      span(2, '00:00', '00:00', 3),
    )
    expect(dragEnd(span(2, '01:00', '09:00'), at(3, '01:00'), [])).toEqual(
      span(2, '01:00', '00:45', 3),
    )
  })
})

describe('moving a window', () => {
  const others = [span(0, '12:00', '13:00'), span(0, '15:00', '18:00')]
  it('goes where it is wished, across days too', () => {
    expect(moveSpan(span(0, '09:00', '11:00'), at(3, '20:00'), others)).toEqual(
      span(3, '20:00', '22:00'),
    )
  })
  it('goes beside a window that is in the way', () => {
    expect(moveSpan(span(0, '09:00', '11:00'), at(0, '12:15'), others)).toEqual(
      span(0, '13:00', '15:00'),
    )
  })
  it('moves a whole day by whole days', () => {
    const day = span(2, '00:00', '00:00', 3)
    expect(moveSpan(day, at(3, '05:00'), [])).toEqual(span(3, '00:00', '00:00', 4))
  })
  it.each([
    ['a step', 15, span(0, '09:15', '11:15')],
    ['a day down', DAY, span(1, '09:00', '11:00')],
    ['up beyond the week', -DAY, null],
  ])('goes %s by key', (_, minutes, expected) => {
    expect(stepSpan(span(0, '09:00', '11:00'), minutes, others)).toEqual(expected)
  })
  it('refuses the key towards a window that it touches', () => {
    expect(stepSpan(span(0, '10:00', '12:00'), 15, others)).toBeNull()
  })
  it.each([
    ['09:10', 15, '09:15'],
    ['09:10', -15, '09:00'],
    ['09:15', 15, '09:30'],
    ['09:15', -15, '09:00'],
    ['09:10', 60, '10:15'],
  ])('steps from %s by %i to %s', (from, minutes, to) => {
    expect(stepFrom(at(0, from), minutes)).toBe(at(0, to))
  })
})

describe('whatever the pointer does', () => {
  const minute = fc.integer({ min: 0, max: MINUTES_PER_WEEK / 15 - 1 }).map((step) => step * 15)
  const action = fc.record({
    kind: fc.constantFrom('draw', 'start', 'end', 'move'),
    which: fc.nat(20),
    from: minute,
    to: minute,
  })

  it('no window overlaps another, is shorter than a step or longer than a day', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let spans: TapeSpan[] = []
        for (const { kind, which, from, to } of actions) {
          if (kind === 'draw') {
            const isTaken = spans.some((other) =>
              [0, MINUTES_PER_WEEK].some(
                (week) => other.from <= from + week && from + week < other.to,
              ),
            )
            const drawn = isTaken ? null : drawSpan(from, to, spans)
            // As the schedule keeps it: a window starts within the week.
            if (drawn) spans = [...spans, normalized(drawn)]
            continue
          }
          const index = which % Math.max(1, spans.length)
          const span = spans[index]
          if (!span) continue
          const others = spans.toSpliced(index, 1)
          const changed =
            kind === 'move'
              ? moveSpan(span, to, others)
              : kind === 'start'
                ? dragStart(span, to, others)
                : dragEnd(span, to, others)
          spans = spans.with(index, normalized(changed ?? span))
          expect(overlapCount(spans)).toBe(0)
        }
        for (const { from, to } of spans) {
          expect(to - from).toBeGreaterThanOrEqual(15)
          expect(to - from).toBeLessThanOrEqual(from % DAY === 0 ? DAY : DAY - 15)
          expect(snap(from)).toBe(from)
        }
        expect(overlapCount(spans)).toBe(0)
      }),
      randomRuns(300),
    )
  })
})

function normalized({ from, to }: TapeSpan): TapeSpan {
  const start = (from + MINUTES_PER_WEEK) % MINUTES_PER_WEEK
  return { from: start, to: start + to - from }
}

/** Minutes that two windows have in common, found by marking each minute of the week. */
function overlapCount(spans: readonly TapeSpan[]): number {
  const marks = new Uint8Array(MINUTES_PER_WEEK)
  for (const { from, to } of spans) {
    for (let at = from; at < to; at++) {
      const index = at % MINUTES_PER_WEEK
      marks[index] = (marks[index] ?? 0) + 1
    }
  }
  return marks.filter((count) => count > 1).length
}
