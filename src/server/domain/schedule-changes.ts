import { describeMinutes } from './local-time.ts'
import type { ScheduleConfig } from './schedule-config.schema.ts'
import { type LocalTimeSpan, WEEKDAY_LABELS, WEEKDAYS } from './time-of-day.ts'

type Sayer = (config: ScheduleConfig) => string

const saySpans = (spans: readonly LocalTimeSpan[]) =>
  spans.map(({ start, end }) => `${start}–${end}`).join(', ') || 'closed'

const sayDelays = (delays: readonly number[]) =>
  delays.map(describeMinutes).join(', ') || 'never again'

/** Every part of a schedule, as a person names it and reads its value. */
const PARTS: readonly [name: string, say: Sayer][] = [
  ['Paused', ({ paused }) => (paused ? 'yes' : 'no')],
  ['Time zone', ({ timeZone }) => timeZone.replaceAll('_', ' ')],
  ...WEEKDAYS.map((day): [string, Sayer] => [
    WEEKDAY_LABELS[day],
    ({ weekly }) => saySpans(weekly[day]),
  ]),
  ['Blocked dates', ({ blockedDates }) => [...blockedDates].sort().join(', ') || 'none'],
  [
    'Public holidays',
    ({ holidays }) => [holidays?.country, holidays?.state].filter(Boolean).join(' ') || 'none',
  ],
  ['Quiet hours', ({ quietHours }) => saySpans([quietHours])],
  ['Delay after service', (config) => describeMinutes(config.delayAfterServiceMinutes)],
  ['Expiry', ({ expireAfterHours }) => describeMinutes(expireAfterHours * 60)],
  ['After no answer', ({ retry }) => sayDelays(retry.no_answer)],
  ['After busy', ({ retry }) => sayDelays(retry.busy)],
  ['After voicemail', ({ retry }) => sayDelays(retry.voicemail)],
  ['After a rejected call', ({ retry }) => sayDelays(retry.rejected)],
  ['After a provider error', ({ retry }) => sayDelays(retry.provider_error)],
  ['Attempts', ({ maxAttempts }) => String(maxAttempts)],
  ['Calls at a time', ({ maxActiveCalls }) => String(maxActiveCalls)],
  ['Calls per minute', ({ maxPerMinute }) => String(maxPerMinute)],
  ['Days between calls to a number', (config) => String(config.minDaysBetweenCalls)],
  ['Ring time', ({ ringTimeoutSec }) => `${ringTimeoutSec} s`],
  [
    'Automatic pause',
    ({ autoPause }) =>
      `${Math.round(autoPause.failureRatio * 100)} % of at least ${autoPause.minAttempts} attempts ` +
      `in ${describeMinutes(autoPause.windowMinutes)}`,
  ],
]

/** One part in which two schedules differ, in words: `Monday: 09:00–18:00 → 08:00–20:00`. */
export type ScheduleChange = { part: string; before: string; after: string }

export function describeScheduleChanges(
  before: ScheduleConfig,
  after: ScheduleConfig,
): ScheduleChange[] {
  return PARTS.map(([part, say]) => ({ part, before: say(before), after: say(after) })).filter(
    (change) => change.before !== change.after,
  )
}
