import type { CallOutcome } from '../../../server/domain/call-status.ts'
import type { InsightsGroup } from '../../../server/domain/insights.schema.ts'
import type { PeriodPreset, TrendStep } from '../../../server/domain/insights-choices.ts'
import type { NpsChange, NpsSummary, Share } from '../../../server/domain/nps.ts'
import { outcomeWords } from '../../components/status-looks.ts'
import { readerLocale } from '../../lib/reader-locale.ts'
import type { GroupKind } from './call-links.ts'

export const presetWords: Record<PeriodPreset, string> = {
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  'this-month': 'This month',
  'last-month': 'Last month',
}

export const stepWords: Record<TrendStep, string> = { day: 'Day', week: 'Week', month: 'Month' }

export const groupWords: Record<GroupKind, { title: string; one: string; none: string }> = {
  advisor: { title: 'By service advisor', one: 'Service advisor', none: 'No advisor named' },
  service: { title: 'By service type', one: 'Service type', none: 'Type not known' },
  make: { title: 'By vehicle make', one: 'Vehicle make', none: 'Make not known' },
}

export const groupName = (kind: GroupKind, { name }: Pick<InsightsGroup, 'name'>) =>
  name ?? groupWords[kind].none

export const number = (value: number) => value.toLocaleString(readerLocale())

/** A score always says its sign, with a real minus: "+46", "−12.5", "0". */
export function scoreText(score: number): string {
  const text = number(Math.abs(score))
  if (score === 0) return text
  return score > 0 ? `+${text}` : `−${text}`
}

export const scoreOrDash = (score: number | null) => (score === null ? '–' : scoreText(score))

export const rangeText = (interval: NpsSummary['interval95']) =>
  interval === null ? '–' : `${scoreText(interval.low)} to ${scoreText(interval.high)}`

export const percentText = (percent: number | null) =>
  percent === null ? '–' : `${number(percent)}%`

export const percentRange = ({ interval95 }: Share) =>
  interval95 === null ? '–' : `${number(interval95.low)} to ${number(interval95.high)}%`

export const answersWord = (n: number) => (n === 1 ? '1 answer' : `${number(n)} answers`)
export const callsWord = (n: number) => (n === 1 ? '1 call' : `${number(n)} calls`)

export const outcomeWord = (outcome: CallOutcome | null) =>
  outcome === null ? 'Not known' : outcomeWords[outcome]

/** What the change is worth, in a sentence. */
export function changeWords(change: NpsChange): string {
  if (change.isClear) {
    return change.difference > 0 ? 'a clear rise' : 'a clear fall'
  }
  return change.difference === 0 ? 'no change' : 'may be chance'
}

/** A calendar date is the same day everywhere: "Nov 20, 2026". */
export const dateText = (date: string) => ofDate(date, { year: 'numeric' })

/** "Nov 20", for the marks of an axis. */
export const shortDate = (date: string) => ofDate(date, {})

const ofDate = (date: string, more: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(readerLocale(), {
    ...{ month: 'short', day: 'numeric', timeZone: 'UTC', ...more },
  }).format(Date.parse(`${date}T00:00:00Z`))

/** "Nov 2, 2026 – Nov 8, 2026", or the one day. */
export const datesText = ({ from, to }: { from: string; to: string }) =>
  from === to ? dateText(from) : `${dateText(from)} – ${dateText(to)}`
