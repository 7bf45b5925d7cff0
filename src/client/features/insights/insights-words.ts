import type { CallOutcome } from '../../../server/domain/call-status.ts'
import type { InsightsGroup } from '../../../server/domain/insights.schema.ts'
import type { PeriodPreset, TrendStep } from '../../../server/domain/insights-choices.ts'
import type { NpsChange, NpsSummary, ScoreBand, Share } from '../../../server/domain/nps.ts'
import { outcomeWords } from '../../components/status-looks.ts'
import { plural, t } from '../../i18n/t.ts'
import { readerLocale } from '../../lib/reader-locale.ts'
import type { GroupKind } from './call-links.ts'

export const presetWords: Record<PeriodPreset, string> = {
  '7d': t('Last 7 days'),
  '30d': t('Last 30 days'),
  '90d': t('Last 90 days'),
  'this-month': t('This month'),
  'last-month': t('Last month'),
}

export const stepWords: Record<TrendStep, string> = {
  day: t('Day'),
  week: t('Week'),
  month: t('Month'),
}

export const groupWords: Record<GroupKind, { title: string; one: string; none: string }> = {
  advisor: {
    title: t('By service advisor'),
    one: t('Service advisor'),
    none: t('No advisor named'),
  },
  service: { title: t('By service type'), one: t('Service type'), none: t('Type not known') },
  make: { title: t('By vehicle make'), one: t('Vehicle make'), none: t('Make not known') },
}

export const groupName = (kind: GroupKind, { name }: Pick<InsightsGroup, 'name'>) =>
  name ?? groupWords[kind].none

/** All answers of a band, as the head of a column. */
export const bandsWords: Record<ScoreBand, string> = {
  promoter: t('Promoters'),
  passive: t('Passives'),
  detractor: t('Detractors'),
}

export const number = (value: number) => value.toLocaleString(readerLocale())

/** A score always says its sign, with a real minus: "+46", "−12.5", "0". */
export function scoreText(score: number): string {
  const text = number(Math.abs(score))
  if (score === 0) return text
  return score > 0 ? `+${text}` : `−${text}`
}

const percents = new Intl.NumberFormat(readerLocale(), {
  style: 'unit',
  unit: 'percent',
  maximumFractionDigits: 3,
})

const range = (low: string, high: string) => t('{low} to {high}', { low, high })

export const scoreOrDash = (score: number | null) => (score === null ? '–' : scoreText(score))

export const rangeText = (interval: NpsSummary['interval95']) =>
  interval === null ? '–' : range(scoreText(interval.low), scoreText(interval.high))

export const percentText = (percent: number | null) =>
  percent === null ? '–' : percents.format(percent)

export const percentRange = ({ interval95 }: Share) =>
  interval95 === null ? '–' : range(number(interval95.low), percents.format(interval95.high))

export const answersWord = (n: number) => plural(n, '{n} answer', '{n} answers')
export const callsWord = (n: number) => plural(n, '{n} call', '{n} calls')

export const outcomeWord = (outcome: CallOutcome | null) =>
  outcome === null ? t('Not known') : outcomeWords[outcome]

/** What the change is worth, in a sentence. */
export function changeWords(change: NpsChange): string {
  if (change.isClear) {
    return change.difference > 0 ? t('a clear rise') : t('a clear fall')
  }
  if (change.isHiddenByUncounted) return t('erased answers may explain it')
  return change.difference === 0 ? t('no change') : t('may be chance')
}

/** A calendar date is the same day everywhere: "Nov 20, 2026". */
export const dateText = (date: string) => ofDate(date, { year: 'numeric' })

/** "Nov 20", for the marks of an axis. */
export const shortDate = (date: string) => ofDate(date, {})

const ofDate = (date: string, more: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(readerLocale(), {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...more,
  }).format(Date.parse(`${date}T00:00:00Z`))

/** "Nov 2, 2026 – Nov 8, 2026", or the one day. */
export const datesText = ({ from, to }: { from: string; to: string }) =>
  from === to ? dateText(from) : `${dateText(from)} – ${dateText(to)}`
