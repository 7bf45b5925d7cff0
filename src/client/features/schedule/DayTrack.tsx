import type { KeyboardEvent } from 'react'
import { MINUTES_PER_DAY } from '../../../server/domain/time-of-day.ts'
import { formatHour } from '../../lib/format-time.ts'
import classes from './DayTrack.module.css'
import { WindowBar } from './WindowBar.tsx'
import type { Grip } from './week-changes.ts'
import { type PlacedSpan, piecesOf, type TapeSpan } from './week-tape.ts'

/** What the rows of the week share. */
export type WeekDrawing = {
  /** Those of the whole week: one may reach in from the day before. */
  spans: readonly PlacedSpan[]
  /** The window that is drawn by the pointer and is none yet. */
  drawn: TapeSpan | null
  isDragged: (placed: PlacedSpan) => boolean
  describedBy: string
  onKeyDown: (placed: PlacedSpan, grip: Grip, event: KeyboardEvent) => void
}

const percent = (minutes: number) => `${(minutes / MINUTES_PER_DAY) * 100}%`
const HOURS_SHOWN = [0, 6, 12, 18, 24]

/** One day from midnight to midnight, with its windows as bars. */
export function DayTrack({ day, drawing }: { day: number; drawing: WeekDrawing }) {
  const { spans, drawn, isDragged, describedBy, onKeyDown } = drawing
  const onThisDay = <Span extends TapeSpan>(span: Span) =>
    piecesOf(span)
      .filter((piece) => piece.day === day)
      .map((piece) => ({ span, piece }))
  return (
    <div className={classes.track} data-day={day}>
      {spans.flatMap(onThisDay).map(({ span, piece }) => (
        <WindowBar
          key={`${span.weekday}-${span.index}`}
          placed={span}
          piece={piece}
          isDragged={isDragged(span)}
          describedBy={describedBy}
          onKeyDown={onKeyDown}
        />
      ))}
      {drawn &&
        onThisDay(drawn).map(({ piece }) => (
          <div
            key={piece.from}
            className={classes.drawn}
            style={{ left: percent(piece.from), width: percent(piece.to - piece.from) }}
          />
        ))}
    </div>
  )
}

/** The hours below or above rows of whole days. */
export function HourAxis({ hours = HOURS_SHOWN }: { hours?: readonly number[] }) {
  return (
    <div className={classes.axis} aria-hidden>
      {hours.map((hour) => (
        <span key={hour} className={classes.hour} style={{ left: percent(hour * 60) }}>
          {formatHour(hour)}
        </span>
      ))}
    </div>
  )
}
