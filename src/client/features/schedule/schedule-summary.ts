import { describeDay, describeMinutes, type LocalDay } from '../../../server/domain/local-time.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { RETRY_OUTCOMES, type RetryOutcome } from '../../../server/domain/schedule-config-rules.ts'
import { WEEKDAY_LABELS, WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { describeWindow } from './describe-window.ts'

export type SummaryTopic =
  | 'paused'
  | 'windows'
  | 'closed_days'
  | 'quiet_hours'
  | 'lifetime'
  | 'retries'
  | 'limits'
  | 'auto_pause'

export type SummaryLine = { topic: SummaryTopic; text: string }

export type SummaryContext = {
  /** In the schedule's zone; blocked dates before it are not worth a word. */
  today: LocalDay
  /** The words for the holiday calendar, for example `New York, United States`. */
  holidayRegionName: string | null
}

/** A valid schedule in sentences, the most important first. */
export function summarizeSchedule(config: ScheduleConfig, context: SummaryContext): SummaryLine[] {
  const lines: SummaryLine[] = [
    { topic: 'windows', text: describeWeek(config) },
    { topic: 'closed_days', text: describeClosedDays(config, context) },
    { topic: 'quiet_hours', text: describeQuietHours(config) },
    { topic: 'lifetime', text: describeLifetime(config) },
    { topic: 'retries', text: describeRetries(config) },
    { topic: 'limits', text: describeLimits(config) },
    { topic: 'auto_pause', text: describeAutoPause(config) },
  ]
  if (!config.paused) return lines
  return [
    { topic: 'paused', text: 'Calling is paused: no call goes out until you resume.' },
    ...lines,
  ]
}

/** `New York time` for America/New_York; UTC stays as it is. */
export function describeZone(timeZone: string): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ')
  return timeZone.includes('/') ? `${city} time` : timeZone
}

function describeWeek({ weekly, timeZone }: ScheduleConfig): string {
  const daysByWindows = new Map<string, Weekday[]>()
  for (const weekday of WEEKDAYS) {
    const windows = [...weekly[weekday]].sort((a, b) => a.start.localeCompare(b.start))
    if (windows.length === 0) continue
    const words = joinWords(windows.map((window) => describeWindow(window)))
    daysByWindows.set(words, [...(daysByWindows.get(words) ?? []), weekday])
  }
  if (daysByWindows.size === 0) return 'No call ever goes out: no weekday has a window.'
  const parts = [...daysByWindows].map(([words, days]) => `${nameDays(days)} ${words}`)
  const separator = parts.some((part) => part.includes(' and ')) ? '; ' : ' and '
  return `Calls go out ${parts.join(separator)}, in ${describeZone(timeZone)}.`
}

/** `Monday to Friday`, `Saturday and Sunday`, `Monday, Wednesday to Friday`, `every day`. */
export function nameDays(days: readonly Weekday[]): string {
  if (days.length === WEEKDAYS.length) return 'every day'
  const runs: Weekday[][] = []
  for (const day of [...days].sort((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b))) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(before) + 1) run.push(day)
    else runs.push([day])
  }
  const names = runs.flatMap((run) => {
    const labels = run.map((day) => WEEKDAY_LABELS[day])
    return labels.length > 2 ? [`${labels[0]} to ${labels.at(-1)}`] : labels
  })
  return joinWords(names)
}

function describeClosedDays({ blockedDates }: ScheduleConfig, context: SummaryContext): string {
  const { today, holidayRegionName } = context
  const coming = blockedDates
    .map((date) => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000))
    .filter((day) => day >= today)
    .sort((a, b) => a - b)
  const parts: string[] = []
  const [next] = coming
  if (next !== undefined) {
    parts.push(
      coming.length === 1
        ? `on ${describeDay(next, today)}`
        : `on ${coming.length} blocked dates, the next ${describeDay(next, today)}`,
    )
  }
  if (holidayRegionName) parts.push(`on public holidays of ${holidayRegionName}`)
  return parts.length === 0
    ? 'No date is blocked; public holidays are not left out.'
    : `No calls ${parts.join(', nor ')}.`
}

function describeQuietHours({ quietHours }: ScheduleConfig): string {
  const { start, end } = quietHours
  return `No customer is called between ${start} and ${end} in their own time zone, whatever the windows say.`
}

function describeLifetime(config: ScheduleConfig): string {
  const delay = config.delayAfterServiceMinutes
  const first = delay === 0 ? 'as soon as' : `${describeMinutes(delay)} after`
  const expiry = describeMinutes(config.expireAfterHours * 60)
  return `A call may go out ${first} the service is completed, and expires ${expiry} after the service.`
}

export const RETRY_WORDS: Record<RetryOutcome, string> = {
  no_answer: 'no answer',
  busy: 'busy',
  voicemail: 'voicemail',
  rejected: 'a rejected call',
  provider_error: 'a technical failure',
}

/** `15 min, then 2 h, then next day`. */
export function describeDelays(delays: readonly number[]): string {
  return delays.map(describeDelay).join(', then ')
}

/** A day later is the next day, whatever the clocks do in it. */
export const describeDelay = (minutes: number) =>
  minutes === 1440 ? 'next day' : describeMinutes(minutes)

function describeRetries({ retry, maxAttempts }: ScheduleConfig): string {
  if (maxAttempts === 1) return 'Each call is tried once and never again.'
  const times = `Each call is tried at most ${maxAttempts} times`
  const tried = RETRY_OUTCOMES.filter((outcome) => retry[outcome].length > 0)
  if (tried.length === 0) return `${times}, but nothing is tried again by itself.`
  // A delay past the last allowed attempt is never waited for, so it is left out.
  const parts = tried.map((outcome) => {
    const waited = retry[outcome].slice(0, maxAttempts - 1)
    return `after ${RETRY_WORDS[outcome]}: ${describeDelays(waited)}`
  })
  const never = RETRY_OUTCOMES.filter((outcome) => retry[outcome].length === 0)
  const rest =
    never.length === 0
      ? ''
      : ` Never again after ${joinWords(
          never.map((outcome) => RETRY_WORDS[outcome]),
          'or',
        )}.`
  return `${times}; ${parts.join('; ')}.${rest}`
}

function describeLimits(config: ScheduleConfig): string {
  const { maxActiveCalls, maxPerMinute, minDaysBetweenCalls, ringTimeoutSec } = config
  const active =
    maxActiveCalls === 1 ? 'One call at a time' : `Up to ${maxActiveCalls} calls at a time`
  const number =
    minDaysBetweenCalls === 0
      ? 'the same number may be called again at once'
      : `the same number at most once in ${describeMinutes(minDaysBetweenCalls * 1440)}`
  return `${active}, ${maxPerMinute} a minute; ${number}; it rings for ${ringTimeoutSec} s.`
}

function describeAutoPause({ autoPause }: ScheduleConfig): string {
  const { failureRatio, minAttempts, windowMinutes } = autoPause
  const share = `${Math.round(failureRatio * 100)}\u00A0%`
  return (
    `Calling pauses itself when at least ${share} of the attempts of the last ${describeMinutes(windowMinutes)} ` +
    `failed for technical reasons, from ${minAttempts} ${minAttempts === 1 ? 'attempt' : 'attempts'} on.`
  )
}

export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
