import { type PointerEvent, useEffect, useState } from 'react'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { MINUTES_PER_DAY } from '../../../server/domain/time-of-day.ts'
import { readerWeek } from './reader-week.ts'
import { type Grip, isSamePlace, otherSpans } from './week-changes.ts'
import {
  dragEnd,
  dragStart,
  drawSpan,
  minuteInRow,
  moveSpan,
  type PlacedSpan,
  snap,
  spansOf,
  type TapeSpan,
  type WindowPlace,
} from './week-tape.ts'

export type WeekDrag = {
  grip: Grip | 'draw'
  /** Null while a new window is drawn. */
  held: PlacedSpan | null
  /** Where on the tape the pointer went down. */
  anchor: number
  /** What the window is when it is let go now; null while a new one is too short. */
  span: TapeSpan | null
}

type WeekDragInput = {
  weekly: ScheduleConfig['weekly']
  onDrop: (span: TapeSpan, held: WindowPlace | null, grip: Grip) => void
}

/** Windows drawn, moved and resized by pointer; nothing changes before it is let go. */
export function useWeekDrag({ weekly, onDrop }: WeekDragInput) {
  const [drag, setDrag] = useState<WeekDrag | null>(null)
  const isDragging = drag !== null

  useEffect(() => {
    if (!isDragging) return
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setDrag(null)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isDragging])

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const { target, currentTarget, button, pointerId } = event
    if (button !== 0 || !(target instanceof HTMLElement) || !target.closest('[data-day]')) return
    const anchor = minuteUnder(event)
    const bar = target.closest<HTMLElement>('[data-window]')
    const held = bar
      ? spansOf(weekly, readerWeek).find((span) => windowName(span) === bar.dataset.window)
      : null
    if (anchor === null || held === undefined) return
    currentTarget.setPointerCapture(pointerId)
    setDrag({ grip: held ? gripOf(target) : 'draw', held, anchor, span: held })
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const minute = drag && minuteUnder(event)
    if (drag === null || minute === null) return
    setDrag({ ...drag, span: spanUnder(drag, minute, otherSpans(weekly, drag.held, readerWeek)) })
  }

  const onPointerUp = () => {
    setDrag(null)
    if (!drag?.span) return
    const { span, held, grip } = drag
    if (held?.from !== span.from || held.to !== span.to)
      onDrop(span, held, grip === 'draw' ? 'body' : grip)
  }

  return {
    drag,
    /** For the element that holds the rows. */
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: () => setDrag(null) },
  }
}

/** The name by which a row's bars tell the pointer which window they draw. */
export const windowName = ({ weekday, index }: WindowPlace) => `${weekday}.${index}`

/** The windows as they are drawn while one of them is dragged. */
export function spansWhile(drag: WeekDrag | null, spans: readonly PlacedSpan[]): PlacedSpan[] {
  return spans.map((span) =>
    drag?.held && drag.span && isSamePlace(span, drag.held) ? { ...span, ...drag.span } : span,
  )
}

function spanUnder(drag: WeekDrag, minute: number, others: readonly TapeSpan[]): TapeSpan | null {
  const { grip, held, anchor } = drag
  if (!held) return drawSpan(snap(anchor), snap(minute), others)
  if (grip === 'start') return dragStart(held, snap(minute), others)
  if (grip === 'end') return dragEnd(held, snap(minute), others)
  return moveSpan(held, snap(held.from + minute - anchor), others)
}

function gripOf(target: HTMLElement): Grip {
  const grip = target.closest<HTMLElement>('[data-grip]')?.dataset.grip
  return grip === 'start' || grip === 'end' ? grip : 'body'
}

/** The minute of the week under the pointer: in the row nearest to it. */
function minuteUnder({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
  let nearest: { distance: number; minute: number } | null = null
  for (const row of currentTarget.querySelectorAll<HTMLElement>('[data-day]')) {
    const { top, bottom, left, width } = row.getBoundingClientRect()
    const distance = Math.max(top - clientY, clientY - bottom, 0)
    if (nearest && nearest.distance <= distance) continue
    const minute = minuteInRow(clientX, { left, width })
    nearest = { distance, minute: Number(row.dataset.day) * MINUTES_PER_DAY + minute }
  }
  return nearest?.minute ?? null
}
