import type { Insights } from './insights.schema.ts'
import type { TrendStep } from './insights-choices.ts'
import { type Period, stretchesOf, type TrendStretch } from './insights-period.ts'
import { addCounts, type NpsSummary, noAnswers, npsOf } from './nps.ts'

export type TrendPoint = TrendStretch & { current: NpsSummary; before: NpsSummary }

/** The answers of each stretch of the period, with those of the stretch that it is compared to. */
export function trendOf(
  { period, days }: Pick<Insights, 'period' | 'days'>,
  step: TrendStep,
  firstWeekday?: number,
): TrendPoint[] {
  const within = ({ from, to }: Period) =>
    npsOf(days.filter(({ date }) => from <= date && date <= to).reduce(addCounts, noAnswers))
  return stretchesOf(period, step, firstWeekday).map((stretch) => ({
    ...stretch,
    current: within(stretch),
    before: within(stretch.previous),
  }))
}
