import type { Insights, InsightsReach } from './insights.schema.ts'
import type { TrendStep } from './insights-choices.ts'
import type { Period } from './insights-period.ts'
import { trendOf } from './insights-trend.ts'
import type { NpsSummary, Share } from './nps.ts'

/** One figure as a spreadsheet holds it: only what it consists of is filled. */
export type InsightsRow = Period & {
  figure: string
  name: string | null
  nps: Partial<NpsSummary> | null
  rank: number | null
  calls: number | null
  share: Share | null
}

const noScore = { score: null, interval95: null }

/** Every figure of the page, in its order, as rows of one table. */
export function insightsRows(
  insights: Insights,
  step: TrendStep,
  firstWeekday?: number,
): InsightsRow[] {
  const { period, previousPeriod: previous, nps, reach, sampleCalls } = insights
  const row = (figure: string, name: string | null, rest: Partial<InsightsRow>): InsightsRow => ({
    figure,
    name,
    ...period,
    nps: null,
    rank: null,
    calls: null,
    share: null,
    ...rest,
  })
  const groups = [
    ['Service advisor', insights.byServiceAdvisor],
    ['Service type', insights.byServiceType],
    ['Vehicle make', insights.byVehicleMake],
  ] as const
  const ofReach = (figure: string, { reached, missed }: InsightsReach, dates: Period) => [
    row(figure, 'reached', { ...dates, calls: reached.count, share: reached }),
    ...missed.map(({ outcome, calls }) => row(figure, outcome, { ...dates, calls })),
  ]
  const { from } = previous
  return [
    ...(sampleCalls > 0
      ? [row('Sample calls counted here', null, { from, calls: sampleCalls })]
      : []),
    row('NPS', 'this period', { nps: nps.current }),
    row('NPS', 'previous period', { ...previous, nps: nps.previous }),
    ...(nps.change
      ? [row('NPS', 'change', { nps: { ...nps.change, score: nps.change.difference } })]
      : []),
    ...(
      [
        ['this period', period, insights.erasedAnswers],
        ['previous period', previous, insights.erasedAnswersBefore],
      ] as const
    ).flatMap(([name, dates, n]) =>
      n > 0
        ? [row('Answers of erased customers, not counted', name, { ...dates, nps: { n } })]
        : [],
    ),
    row('Completed calls', null, { calls: insights.completedCalls }),
    ...trendOf(insights, step, firstWeekday).flatMap(({ from, to, previous, current, before }) => [
      row(`NPS by ${step}`, 'this period', { from, to, nps: current }),
      row(`NPS by ${step}`, 'previous period', { ...previous, nps: before }),
    ]),
    ...groups.flatMap(([figure, list]) =>
      list.map(({ name, nps, rank }) =>
        // As on the page, a group without a place has no score to be placed by either.
        row(figure, name, { nps: rank === null ? { ...nps, ...noScore } : nps, rank }),
      ),
    ),
    ...ofReach('Reach', reach.current, period),
    ...reach.current.missed.map(({ outcome, willBeTriedAgain }) =>
      row('Reach, will be tried again', outcome, { calls: willBeTriedAgain }),
    ),
    ...ofReach('Reach, previous period', reach.previous, previous),
    ...insights.hours.map(({ hour, answered }) =>
      row('Answered at the first try, by hour', `${String(hour).padStart(2, '0')}:00`, {
        calls: answered.count,
        share: answered,
      }),
    ),
    ...insights.praised.map(({ text, calls }) => row('Praised', text, { calls })),
    ...insights.blamed.map(({ text, calls }) => row('Blamed', text, { calls })),
  ]
}
