import { describeDay, type LocalDay } from '../../../server/domain/local-time.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { RETRY_OUTCOMES, type RetryOutcome } from '../../../server/domain/schedule-config-rules.ts'
import { WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { capitalize } from '../../i18n/capitalize.ts'
import { joinWords } from '../../i18n/join-words.ts'
import { plural, t } from '../../i18n/t.ts'
import { describeWindow } from './describe-window.ts'
import { lengthWords } from './length-words.ts'
import { weekdayName } from './weekday-words.ts'

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
    { topic: 'paused', text: t('Calling is paused: no call goes out until you resume.') },
    ...lines,
  ]
}

/** `New York time` for America/New_York; UTC stays as it is. */
export function describeZone(timeZone: string): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  return timeZone.includes('/') ? t('{place} time', { place: city }) : timeZone
}

function describeWeek({ weekly, timeZone }: ScheduleConfig): string {
  const daysByWindows = new Map<string, Weekday[]>()
  for (const weekday of WEEKDAYS) {
    const windows = [...weekly[weekday]].sort((a, b) => a.start.localeCompare(b.start))
    if (windows.length === 0) continue
    const words = joinWords(windows.map((window) => describeWindow(window)))
    daysByWindows.set(words, [...(daysByWindows.get(words) ?? []), weekday])
  }
  if (daysByWindows.size === 0) return t('No call ever goes out: no weekday has a window.')
  const parts = [...daysByWindows].map(([words, days]) => `${nameDays(days)} ${words}`)
  const and = t(' and ')
  const times = parts.join(parts.some((part) => part.includes(and)) ? '; ' : and)
  return t('Calls go out {times}, in {zone}.', { times, zone: describeZone(timeZone) })
}

/** `Monday to Friday`, `Saturday and Sunday`, `Monday, Wednesday to Friday`, `every day`. */
export function nameDays(days: readonly Weekday[]): string {
  if (days.length === WEEKDAYS.length) return t('every day')
  const runs: Weekday[][] = []
  for (const day of [...days].sort((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b))) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(before) + 1) run.push(day)
    else runs.push([day])
  }
  const names = runs.flatMap((run) => {
    const labels = run.map((day) => weekdayName(day))
    const [first = '', last = ''] = [labels[0], labels.at(-1)]
    return labels.length > 2 ? [t('{first} to {last}', { first, last })] : labels
  })
  return joinWords(names)
}

function describeClosedDays({ blockedDates }: ScheduleConfig, context: SummaryContext): string {
  const { today, holidayRegionName } = context
  const coming = blockedDates
    .map((date) => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000))
    .filter((day) => day >= today)
    .sort((a, b) => a - b)
  const dates = nameDates(coming, today)
  const holidays =
    holidayRegionName && t('on public holidays of {region}', { region: holidayRegionName })
  if (dates && holidays) return t('No calls {dates}, nor {holidays}.', { dates, holidays })
  const when = dates ?? holidays
  return when
    ? t('No calls {when}.', { when })
    : t('No date is blocked; public holidays are not left out.')
}

function nameDates(coming: readonly LocalDay[], today: LocalDay): string | null {
  const [next] = coming
  if (next === undefined) return null
  const day = describeDay(next, today)
  return coming.length === 1
    ? t('on {day}', { day })
    : t('on {n} blocked dates, the next {day}', { n: coming.length, day })
}

function describeQuietHours({ quietHours }: ScheduleConfig): string {
  return t(
    'No customer is called between {start} and {end} in their own time zone, whatever the windows say.',
    quietHours,
  )
}

function describeLifetime(config: ScheduleConfig): string {
  const delay = config.delayAfterServiceMinutes
  const expiry = lengthWords(config.expireAfterHours * 60)
  return delay === 0
    ? t(
        'A call may go out as soon as the service is completed, and expires {expiry} after the service.',
        { expiry },
      )
    : t(
        'A call may go out {delay} after the service is completed, and expires {expiry} after the service.',
        { delay: lengthWords(delay), expiry },
      )
}

const RETRY_WORDS: Record<RetryOutcome, string> = {
  no_answer: t('no answer|after'),
  busy: t('busy|after'),
  voicemail: t('voicemail|after'),
  rejected: t('a rejected call|after'),
  provider_error: t('a technical failure|after'),
}

/** "After no answer". */
export const afterOutcome = (outcome: RetryOutcome): string =>
  capitalize(t('after {outcome}', { outcome: RETRY_WORDS[outcome] }))

/** `15 min, then 2 h, then next day`. */
export function describeDelays(delays: readonly number[]): string {
  return delays.map(describeDelay).join(t(', then '))
}

/** A day later is the next day, whatever the clocks do in it. */
export const describeDelay = (minutes: number) =>
  minutes === 1440 ? t('next day') : lengthWords(minutes)

function describeRetries({ retry, maxAttempts }: ScheduleConfig): string {
  if (maxAttempts === 1) return t('Each call is tried once and never again.')
  const tried = RETRY_OUTCOMES.filter((outcome) => retry[outcome].length > 0)
  if (tried.length === 0) {
    return t('Each call is tried at most {n} times, but nothing is tried again by itself.', {
      n: maxAttempts,
    })
  }
  // A delay past the last allowed attempt is never waited for, so it is left out.
  const rules = tried.map((outcome) => {
    const waited = retry[outcome].slice(0, maxAttempts - 1)
    const after = t('after {outcome}', { outcome: RETRY_WORDS[outcome] })
    return `${after}: ${describeDelays(waited)}`
  })
  const never = RETRY_OUTCOMES.filter((outcome) => retry[outcome].length === 0)
  const outcomes = joinWords(
    never.map((outcome) => RETRY_WORDS[outcome]),
    'or',
  )
  return [
    t('Each call is tried at most {n} times; {rules}.', {
      n: maxAttempts,
      rules: rules.join('; '),
    }),
    ...(never.length === 0 ? [] : [t('Never again after {outcomes}.', { outcomes })]),
  ].join(' ')
}

function describeLimits(config: ScheduleConfig): string {
  const { maxActiveCalls, maxPerMinute, minDaysBetweenCalls, ringTimeoutSec } = config
  return t('{active}, {n} a minute; {again}; it rings for {seconds} s.', {
    active: plural(maxActiveCalls, 'One call at a time', 'Up to {n} calls at a time'),
    n: maxPerMinute,
    again:
      minDaysBetweenCalls === 0
        ? t('the same number may be called again at once')
        : t('the same number at most once in {length}', {
            length: lengthWords(minDaysBetweenCalls * 1440),
          }),
    seconds: ringTimeoutSec,
  })
}

function describeAutoPause({ autoPause }: ScheduleConfig): string {
  const { failureRatio, minAttempts, windowMinutes } = autoPause
  return plural(
    minAttempts,
    'Calling pauses itself when at least {share} of the attempts of the last {length} failed for technical reasons, from {n} attempt on.',
    'Calling pauses itself when at least {share} of the attempts of the last {length} failed for technical reasons, from {n} attempts on.',
    {
      share: `${Math.round(failureRatio * 100)}\u00A0%`,
      length: lengthWords(windowMinutes),
    },
  )
}
