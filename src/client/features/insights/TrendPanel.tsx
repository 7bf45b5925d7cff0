import { SegmentedControl } from '@mantine/core'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { type TrendStep, trendSteps } from '../../../server/domain/insights-choices.ts'
import { trendOf } from '../../../server/domain/insights-trend.ts'
import { answeredCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import { datesText, number, rangeText, scoreOrDash, stepWords } from './insights-words.ts'
import { Panel } from './Panel.tsx'
import { TrendChart } from './TrendChart.tsx'

type TrendPanelProps = {
  insights: Insights
  isTables: boolean
  step: TrendStep
  onStep: (step: TrendStep) => void
}

/** The score over time, with the same stretch of the period before. */
export function TrendPanel({ insights, isTables, step, onStep }: TrendPanelProps) {
  const points = trendOf(insights, step)
  return (
    <Panel
      title="Trend"
      span={7}
      about="Each point opens its calls. Lines up and down: how sure it is."
      tools={
        <SegmentedControl
          size="xs"
          aria-label="Trend by"
          data-print="hidden"
          value={step}
          onChange={(value) => onStep(trendSteps.find((known) => known === value) ?? step)}
          data={trendSteps.map((value) => ({ value, label: stepWords[value] }))}
        />
      }
    >
      {isTables ? (
        <FigureTable
          caption={`NPS by ${step}`}
          head={[stepWords[step], 'NPS', '95% sure', 'Answers', 'Before', 'Answers before']}
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
