import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { MINUTES_PER_DAY, type Weekday } from '../../../server/domain/time-of-day.ts'
import type { Week } from './reader-week.ts'
import { suggestWindow } from './week-editing.ts'
import {
  dragEnd,
  dragStart,
  moveSpan,
  type PlacedSpan,
  STEP_MINUTES,
  spansOf,
  stepFrom,
  stepSpan,
  type TapeSpan,
  type WindowPlace,
  weekdayOf,
  windowOf,
} from './week-tape.ts'

type Weekly = ScheduleConfig['weekly']

/** A changed week, and where in it the window is that was changed; null where it is gone. */
export type WeekChange = { weekly: Weekly; place: WindowPlace | null }

export const isSamePlace = (a: WindowPlace, b: WindowPlace) =>
  a.weekday === b.weekday && a.index === b.index

export const otherSpans = (weekly: Weekly, place: WindowPlace | null, week: Week): PlacedSpan[] =>
  spansOf(weekly, week).filter((span) => place === null || !isSamePlace(span, place))

/** The week with a window where the span says, in the place of another one or as a new one. */
export function putWindow(
  weekly: Weekly,
  { span, replaced, week }: { span: TapeSpan; replaced: WindowPlace | null; week: Week },
): WeekChange {
  const window = windowOf(span)
  const weekday = weekdayOf(span, week)
  const without = replaced ? removeWindow(weekly, replaced).weekly : weekly
  const windows = [...without[weekday], window].sort((a, b) => a.start.localeCompare(b.start))
  return {
    weekly: { ...without, [weekday]: windows },
    place: { weekday, index: windows.indexOf(window) },
  }
}

/** The week without a window, and the place of the one that follows it on that day, if any. */
export function removeWindow(weekly: Weekly, { weekday, index }: WindowPlace): WeekChange {
  const windows = weekly[weekday].toSpliced(index, 1)
  const place = windows.length > 0 ? { weekday, index: Math.min(index, windows.length - 1) } : null
  return { weekly: { ...weekly, [weekday]: windows }, place }
}

export function addWindow(weekly: Weekly, weekday: Weekday): WeekChange {
  const windows = [...weekly[weekday], suggestWindow(weekly[weekday])]
  return {
    weekly: { ...weekly, [weekday]: windows },
    place: { weekday, index: windows.length - 1 },
  }
}

/** What of a window is held: the whole of it, or one of its edges. */
export type Grip = 'body' | 'start' | 'end'

/** What a key asks of a window; null for a key that it does not know. */
export type KeyWish =
  | { kind: 'by'; minutes: number }
  | { kind: 'first' }
  | { kind: 'last' }
  | { kind: 'remove' }
  | { kind: 'add' }

export function readKey(grip: Grip, { key, shiftKey }: { key: string; shiftKey: boolean }) {
  const step = shiftKey ? 4 * STEP_MINUTES : STEP_MINUTES
  // A whole window goes up to the day above it; an edge is a slider, on which up means more.
  const up = grip === 'body' ? -MINUTES_PER_DAY : step
  const wishes: Record<string, KeyWish> = {
    ArrowLeft: { kind: 'by', minutes: -step },
    ArrowRight: { kind: 'by', minutes: step },
    ArrowUp: { kind: 'by', minutes: up },
    ArrowDown: { kind: 'by', minutes: -up },
    PageUp: { kind: 'by', minutes: 4 * STEP_MINUTES },
    PageDown: { kind: 'by', minutes: -4 * STEP_MINUTES },
    Home: { kind: 'first' },
    End: { kind: 'last' },
    Delete: { kind: 'remove' },
    Backspace: { kind: 'remove' },
    Insert: { kind: 'add' },
    '+': { kind: 'add' },
  }
  return wishes[key] ?? null
}

/** The span after a key; null where there is no room for what it asks. */
export function spanAfterKey(
  span: TapeSpan,
  grip: Grip,
  wish: Extract<KeyWish, { kind: 'by' | 'first' | 'last' }>,
  others: readonly TapeSpan[],
): TapeSpan | null {
  const midnight = Math.floor(span.from / MINUTES_PER_DAY) * MINUTES_PER_DAY
  const edge = wish.kind === 'first' ? midnight : midnight + MINUTES_PER_DAY
  let next: TapeSpan | null
  if (grip === 'body') {
    const wished = wish.kind === 'last' ? edge - (span.to - span.from) : edge
    next =
      wish.kind === 'by' ? stepSpan(span, wish.minutes, others) : moveSpan(span, wished, others)
  } else {
    const held = grip === 'start' ? span.from : span.to
    const minute = wish.kind === 'by' ? stepFrom(held, wish.minutes) : edge
    next = grip === 'start' ? dragStart(span, minute, others) : dragEnd(span, minute, others)
  }
  const isChanged = next !== null && (next.from !== span.from || next.to !== span.to)
  return isChanged ? next : null
}
