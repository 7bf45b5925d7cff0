import { SegmentedControl } from '@mantine/core'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { type TrendStep, trendSteps } from '../../../server/domain/insights-choices.ts'
import { trendOf } from '../../../server/domain/insights-trend.ts'
import { t } from '../../i18n/t.ts'
import { firstWeekday } from '../../lib/first-weekday.ts'
import { answeredCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import { datesText, number, rangeText, scoreOrDash, stepWords } from './insights-words.ts'
import { Panel } from './Panel.tsx'
import { TrendChart } from './TrendChart.tsx'

const captions: Record<TrendStep, string> = {
  day: t('NPS by day'),
  week: t('NPS by week'),
  month: t('NPS by month'),
}

type TrendPanelProps = {
  insights: Insights
  isTables: boolean
  step: TrendStep
  onStep: (step: TrendStep) => void
}

/** The score over time, with the same stretch of the period before. */
export function TrendPanel({ insights, isTables, step, onStep }: TrendPanelProps) {
  const points = trendOf(insights, step, firstWeekday())
  return (
    <Panel
      title={t('Trend')}
      span={7}
      about={isTables ? null : t('Each point opens its calls. Lines up and down: how sure it is.')}
      tools={
        <SegmentedControl
          size="xs"
          aria-label={t('Trend by')}
          data-print="hidden"
          value={step}
          onChange={(value) => onStep(trendSteps.find((known) => known === value) ?? step)}
          data={trendSteps.map((value) => ({ value, label: stepWords[value] }))}
        />
      }
    >
      {isTables ? (
        <FigureTable
          caption={captions[step]}
          head={[
            stepWords[step],
            'NPS',
            t('95% sure'),
            t('Answers'),
            t('Before'),
            t('Answers before'),
          ]}
          rows={points.map(({ from, to, current, before, previous }) => ({
            key: from,
            cells: [
              datesText({ from, to }),
              scoreOrDash(current.score),
              rangeText(current.interval95),
              { text: number(current.n), search: answeredCalls({ from, to }) },
              scoreOrDash(before.score),
              { text: number(before.n), search: answeredCalls(previous) },
            ],
          }))}
        />
      ) : (
        <TrendChart points={points} />
      )}
    </Panel>
  )
}
