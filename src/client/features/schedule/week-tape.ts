import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import {
  formatMinuteOfDay,
  type LocalTimeSpan,
  MINUTES_PER_DAY,
  spanMinutes,
  type Weekday,
} from '../../../server/domain/time-of-day.ts'
import type { Week } from './reader-week.ts'
import { endOfWindow } from './week-editing.ts'

/**
 * The week as one tape of minutes since its first midnight, which the editor draws in seven rows. A
 * span that starts on its last day may end beyond the tape: the rest of it lies at its beginning.
 */
export type TapeSpan = { from: number; to: number }

/** Which window of a schedule is meant: they have no other name. */
export type WindowPlace = { weekday: Weekday; index: number }
export type PlacedSpan = TapeSpan & WindowPlace

export const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY
/** What pointer and arrow keys move by; the time fields take any minute. */
export const STEP_MINUTES = 15

export const snap = (minute: number) => Math.round(minute / STEP_MINUTES) * STEP_MINUTES

/** Every window that is written to its end. */
export function spansOf(weekly: ScheduleConfig['weekly'], week: Week): PlacedSpan[] {
  return week.flatMap((weekday, day) =>
    weekly[weekday].flatMap((window, index) => {
      if (!isComplete(window)) return []
      const [from, to] = spanMinutes(window)
      const midnight = day * MINUTES_PER_DAY
      return [{ weekday, index, from: midnight + from, to: midnight + to }]
    }),
  )
}

const LOCAL_TIME = /^\d\d:\d\d$/

/** While a window is being written, its times may be anything. */
const isComplete = ({ start, end }: LocalTimeSpan) =>
  LOCAL_TIME.test(start) && LOCAL_TIME.test(end) && start !== end

/** The window of a span, on whatever day. */
export const windowOf = ({ from, to }: TapeSpan): LocalTimeSpan => ({
  start: formatMinuteOfDay(wrap(from) % MINUTES_PER_DAY),
  end: endOfWindow(formatMinuteOfDay(to % MINUTES_PER_DAY)),
})

/** A window belongs to the weekday on which it starts. */
export const weekdayOf = ({ from }: TapeSpan, week: Week): Weekday =>
  week[Math.floor(wrap(from) / MINUTES_PER_DAY)] ?? 'monday'

const wrap = (minute: number) => ((minute % MINUTES_PER_WEEK) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK

/** The minute of a day under a pointer, within a row that shows all of it. */
export function minuteInRow(x: number, row: { left: number; width: number }): number {
  const share = Math.min(1, Math.max(0, (x - row.left) / row.width))
  return share * MINUTES_PER_DAY
}

/** A part of one day's row, in minutes since its midnight. */
export type Piece = TapeSpan & { day: number; hasStart: boolean; hasEnd: boolean }

/** A span as its row draws it, and the next one where it reaches across midnight. */
export function piecesOf({ from, to }: TapeSpan): Piece[] {
  const day = Math.floor(wrap(from) / MINUTES_PER_DAY)
  const start = wrap(from) % MINUTES_PER_DAY
  const end = start + (to - from)
  if (end <= MINUTES_PER_DAY) return [{ day, from: start, to: end, hasStart: true, hasEnd: true }]
  return [
    { day, from: start, to: MINUTES_PER_DAY, hasStart: true, hasEnd: false },
    {
      day: (day + 1) % 7,
      from: 0,
      to: end - MINUTES_PER_DAY,
      hasStart: false,
      hasEnd: true,
    },
  ]
}

/** A window with one edge here is at most a day long, and a whole day only between midnights. */
const longestAt = (edge: number) =>
  edge % MINUTES_PER_DAY === 0 ? MINUTES_PER_DAY : MINUTES_PER_DAY - STEP_MINUTES

/** How far a span may grow to either side before it meets another. */
function roomAround(minute: number, others: readonly TapeSpan[]): TapeSpan {
  const around = aroundTheWeek(others)
  const before = around.filter(({ to }) => to <= minute).map(({ to }) => to)
  const after = around.filter(({ from }) => from >= minute).map(({ from }) => from)
  return {
    from: Math.max(...before, -MINUTES_PER_WEEK),
    to: Math.min(...after, 2 * MINUTES_PER_WEEK),
  }
}

/** The week before and the one after hold the same windows. */
const aroundTheWeek = (spans: readonly TapeSpan[]) =>
  [-MINUTES_PER_WEEK, 0, MINUTES_PER_WEEK].flatMap((shift) =>
    spans.map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  )

const isFree = (span: TapeSpan, others: readonly TapeSpan[]) =>
  aroundTheWeek(others).every(({ from, to }) => to <= span.from || from >= span.to)

/**
 * From one minute to another, the short way round the week. A pointer that slips into a row more
 * than a day off means its place in the own one.
 */
function lengthTo(minute: number, from: number): number {
  const forward = wrap(minute - from)
  const length = forward > MINUTES_PER_WEEK / 2 ? forward - MINUTES_PER_WEEK : forward
  return Math.abs(length) > MINUTES_PER_DAY ? length % MINUTES_PER_DAY : length
}

/** A new span between where the pointer went down and where it is; null where none fits. */
export function drawSpan(
  anchor: number,
  pointer: number,
  others: readonly TapeSpan[],
): TapeSpan | null {
  const room = roomAround(anchor, others)
  const length = lengthTo(pointer, anchor)
  const span =
    length >= 0
      ? { from: anchor, to: Math.min(anchor + Math.min(length, longestAt(anchor)), room.to) }
      : { from: Math.max(anchor - Math.min(-length, longestAt(anchor)), room.from), to: anchor }
  return span.to - span.from >= STEP_MINUTES ? span : null
}

/** The span with its end near `minute`, as far as length and neighbours allow. */
export function dragEnd(span: TapeSpan, minute: number, others: readonly TapeSpan[]): TapeSpan {
  const length = Math.max(STEP_MINUTES, lengthTo(minute, span.from))
  const { to } = roomAround(span.from, others)
  return { ...span, to: Math.min(span.from + Math.min(length, longestAt(span.from)), to) }
}

/** The same with its start. */
export function dragStart(span: TapeSpan, minute: number, others: readonly TapeSpan[]): TapeSpan {
  const length = Math.max(STEP_MINUTES, lengthTo(span.to, minute))
  const { from } = roomAround(span.to, others)
  return { ...span, from: Math.max(span.to - Math.min(length, longestAt(span.to)), from) }
}

/** The span moved to the free place nearest to where it is wished; null in a week without one. */
export function moveSpan(
  span: TapeSpan,
  wished: number,
  others: readonly TapeSpan[],
): TapeSpan | null {
  const length = span.to - span.from
  // A whole day starts at midnight or is none.
  const step = length === MINUTES_PER_DAY ? MINUTES_PER_DAY : 1
  const last = MINUTES_PER_WEEK - STEP_MINUTES
  const from = Math.round(Math.min(Math.max(wished, 0), last) / step) * step
  const places = [from, ...others.flatMap((other) => [other.to, other.from - length])]
    .map((place) => (step === 1 ? place : Math.round(place / step) * step))
    .filter((place) => place >= 0 && place <= last)
    .map((place) => ({ from: place, to: place + length }))
    .filter((place) => isFree(place, others))
    .sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from))
  return places[0] ?? null
}

/** The span moved by an arrow key to the next step; null where another window is in the way. */
export function stepSpan(
  span: TapeSpan,
  minutes: number,
  others: readonly TapeSpan[],
): TapeSpan | null {
  const wished = stepFrom(span.from, minutes)
  if (wished < 0 || wished >= MINUTES_PER_WEEK) return null
  const moved = moveSpan(span, wished, others)
  if (moved === null || Math.sign(moved.from - span.from) !== Math.sign(minutes)) return null
  return Math.abs(moved.from - wished) < Math.abs(minutes) ? moved : null
}

/** From a minute beside the steps, the first key leads to the nearest one in its direction. */
export function stepFrom(minute: number, minutes: number): number {
  const wished = minute + minutes
  const onStep = wished % STEP_MINUTES === 0
  if (onStep || Math.abs(minutes) > STEP_MINUTES) return snap(wished)
  const lower = Math.floor(minute / STEP_MINUTES) * STEP_MINUTES
  return minutes > 0 ? lower + STEP_MINUTES : lower
}
