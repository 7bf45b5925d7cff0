import type { z } from 'zod'
import type { CallOutcome } from './call-status.ts'
import { describeMinutes } from './local-time.ts'
import {
  formatMinuteOfDay,
  type LocalTimeSpan,
  MINUTES_PER_DAY,
  spanMinutes,
  WEEKDAY_LABELS,
  WEEKDAYS,
  type Weekday,
} from './time-of-day.ts'

/** The outcomes after which a call is tried again by itself. */
export const RETRY_OUTCOMES = [
  'no_answer',
  'busy',
  'voicemail',
  'rejected',
  'provider_error',
] as const satisfies readonly CallOutcome[]

export type RetryOutcome = (typeof RETRY_OUTCOMES)[number]

/** The parts of a schedule that can contradict each other. */
type CheckedConfig = {
  weekly: Record<Weekday, LocalTimeSpan[]>
  quietHours: LocalTimeSpan
  delayAfterServiceMinutes: number
  expireAfterHours: number
  retry: Record<RetryOutcome, number[]>
}

type Report = (path: (string | number)[], message: string) => void

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY

const RETRY_LABELS: Record<RetryOutcome, string> = {
  no_answer: 'After no answer',
  busy: 'After busy',
  voicemail: 'After voicemail',
  rejected: 'After a rejected call',
  provider_error: 'After a provider error',
}

/** Reports every contradiction inside a schedule whose single fields are valid. */
export function checkScheduleConfig(config: CheckedConfig, ctx: z.RefinementCtx): void {
  const report: Report = (path, message) => ctx.addIssue({ code: 'custom', path, message })
  checkWindows(config.weekly, report)
  checkQuietHours(config.quietHours, report)
  checkDelays(config, report)
}

type PlacedWindow = {
  weekday: Weekday
  index: number
  window: LocalTimeSpan
  /** Minutes since Monday 00:00. */
  from: number
  to: number
}

function checkWindows(weekly: CheckedConfig['weekly'], report: Report): void {
  const placed: PlacedWindow[] = []
  for (const [dayIndex, weekday] of WEEKDAYS.entries()) {
    for (const [index, window] of weekly[weekday].entries()) {
      if (window.start === window.end) {
        report(
          ['weekly', weekday, index, 'end'],
          `${WEEKDAY_LABELS[weekday]}: the window ${describe(window)} has no length; ` +
            `end it after ${window.start}, or use 00:00–24:00 for the whole day`,
        )
        continue
      }
      const [start, end] = spanMinutes(window)
      const midnight = dayIndex * MINUTES_PER_DAY
      placed.push({ weekday, index, window, from: midnight + start, to: midnight + end })
    }
  }
  placed.sort((a, b) => a.from - b.from)
  for (const [position, current] of placed.entries()) {
    const next = placed[position + 1]
    if (next && next.from < current.to) reportOverlap(current, next, report)
  }
  const first = placed[0]
  const last = placed.at(-1)
  if (first && last && first !== last && first.from + MINUTES_PER_WEEK < last.to) {
    reportOverlap(last, first, report)
  }
}

function reportOverlap(earlier: PlacedWindow, later: PlacedWindow, report: Report): void {
  const sameDay = earlier.weekday === later.weekday
  const other = sameDay ? describe(earlier.window) : describeOnDay(earlier)
  report(
    ['weekly', later.weekday, later.index, 'start'],
    `${WEEKDAY_LABELS[later.weekday]}: the window ${describe(later.window)} overlaps ${other}; ` +
      `start it at ${formatMinuteOfDay(earlier.to)} or later, or shorten the other`,
  )
}

const describe = ({ start, end }: LocalTimeSpan) => `${start}–${end}`
const describeOnDay = ({ weekday, window }: PlacedWindow) =>
  `${describe(window)} of ${WEEKDAY_LABELS[weekday]}`

function checkQuietHours({ start, end }: LocalTimeSpan, report: Report): void {
  if (start !== end) return
  report(
    ['quietHours', 'end'],
    `Quiet hours ${start}–${end} have no length; end them at another time`,
  )
}

function checkDelays(config: CheckedConfig, report: Report): void {
  const expiryMinutes = config.expireAfterHours * 60
  const expiry = describeMinutes(expiryMinutes)
  if (config.delayAfterServiceMinutes >= expiryMinutes) {
    report(
      ['delayAfterServiceMinutes'],
      `The delay after service must be shorter than the expiry (${expiry})`,
    )
  }
  for (const outcome of RETRY_OUTCOMES) {
    const label = RETRY_LABELS[outcome]
    let previous = 0
    for (const [index, delay] of config.retry[outcome].entries()) {
      if (delay <= previous) {
        report(
          ['retry', outcome, index],
          `${label}: delay ${index + 1} must be longer than the one before (${describeMinutes(previous)})`,
        )
      } else if (delay >= expiryMinutes) {
        report(
          ['retry', outcome, index],
          `${label}: delay ${index + 1} must be shorter than the expiry (${expiry})`,
        )
      }
      previous = delay
    }
  }
}
