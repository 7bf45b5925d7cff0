import type { KeyboardEvent } from 'react'
import { MINUTES_PER_DAY } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'
import { formatLocalTime } from '../../lib/format-time.ts'
import { windowName } from './use-week-drag.ts'
import classes from './WindowBar.module.css'
import type { Grip } from './week-changes.ts'
import { MINUTES_PER_WEEK, type Piece, type PlacedSpan, windowOf } from './week-tape.ts'
import { windowTitle } from './weekday-words.ts'

type WindowBarProps = {
  placed: PlacedSpan
  piece: Piece
  isDragged: boolean
  describedBy: string
  onKeyDown: (placed: PlacedSpan, grip: Grip, event: KeyboardEvent) => void
}

const percent = (minutes: number) => `${(minutes / MINUTES_PER_DAY) * 100}%`

/** Where the focus goes after a change that moved a window to another place. */
export const gripId = (place: Pick<PlacedSpan, 'weekday' | 'index'>, grip: Grip) =>
  `schedule-week-${place.weekday}-${place.index}-${grip}`

/** `9:00 AM to 6:00 PM`. */
export function spanWords(span: { from: number; to: number }): string {
  const window = windowOf(span)
  return t('{start} to {end}', {
    start: formatLocalTime(window.start),
    end: formatLocalTime(window.end),
  })
}

/** The part of a window that lies on one day: it moves as a whole, and by its edges. */
export function WindowBar({ placed, piece, isDragged, describedBy, onKeyDown }: WindowBarProps) {
  const window = windowOf(placed)
  const name = windowTitle(placed)
  const midnight = Math.floor(placed.from / MINUTES_PER_DAY) * MINUTES_PER_DAY
  const sliderOf = (grip: Grip): Omit<GripSliderProps, 'label' | 'now' | 'max' | 'words'> => ({
    grip,
    describedBy,
    id: gripId(placed, grip),
    onKeyDown: (event) => onKeyDown(placed, grip, event),
  })
  return (
    <div
      className={classes.bar}
      data-window={windowName(placed)}
      data-dragged={isDragged || undefined}
      data-continued={!piece.hasStart || undefined}
      data-side={sideOf(piece)}
      style={{ left: percent(piece.from), width: percent(piece.to - piece.from) }}
    >
      {piece.hasStart ? (
        <GripSlider
          {...sliderOf('body')}
          label={name}
          now={placed.from}
          max={MINUTES_PER_WEEK}
          words={spanWords(placed)}
        />
      ) : (
        <div className={classes.body} data-grip="body" />
      )}
      <span className={classes.words} aria-hidden>
        {formatLocalTime(window.start)} – {formatLocalTime(window.end)}
      </span>
      {piece.hasStart && (
        <GripSlider
          {...sliderOf('start')}
          label={t('{window}, start', { window: name })}
          now={placed.from - midnight}
          max={MINUTES_PER_DAY}
          words={formatLocalTime(window.start)}
        />
      )}
      {piece.hasEnd && (
        <GripSlider
          {...sliderOf('end')}
          label={t('{window}, end', { window: name })}
          now={placed.to - midnight}
          max={2 * MINUTES_PER_DAY}
          words={formatLocalTime(window.end)}
        />
      )}
    </div>
  )
}

/** At the rim of the day its words, where they stand above it, must not leave the row. */
function sideOf({ from, to }: Piece): 'left' | 'right' | undefined {
  const middle = (from + to) / 2 / MINUTES_PER_DAY
  return middle < 0.2 ? 'left' : middle > 0.8 ? 'right' : undefined
}

type GripSliderProps = {
  id: string
  grip: Grip
  label: string
  /** Minutes, from 0 to `max`. */
  now: number
  max: number
  words: string
  describedBy: string
  onKeyDown: (event: KeyboardEvent) => void
}

/** What of a window the keyboard can hold; the pointer is heeded by the week around it. */
function GripSlider({ id, grip, label, now, max, words, describedBy, onKeyDown }: GripSliderProps) {
  return (
    <div
      id={id}
      role="slider"
      tabIndex={0}
      className={grip === 'body' ? classes.body : classes.edge}
      data-grip={grip}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={now}
      aria-valuetext={words}
      aria-orientation="horizontal"
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
    />
  )
}
