import { Stack, Text } from '@mantine/core'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { bandLooks } from '../../components/status-looks.ts'
import { BandBar, bandCount, bandOrder } from './BandBar.tsx'
import { CallsLink } from './CallsLink.tsx'
import { answeredCalls, completedCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import classes from './Insights.module.css'
import {
  answersWord,
  callsWord,
  changeWords,
  number,
  rangeText,
  scoreOrDash,
  scoreText,
} from './insights-words.ts'
import { Panel } from './Panel.tsx'

type NpsPanelProps = { insights: Insights; isTables: boolean; datesBefore: string }

/** The score with what it is made of, how sure it is and what it was before. */
export function NpsPanel({ insights, isTables, datesBefore }: NpsPanelProps) {
  const { nps, period, previousPeriod, completedCalls: completed, erasedAnswers } = insights
  const { current, previous, change } = nps
  return (
    <Panel title="Net Promoter Score" span={5}>
      <Stack gap="sm">
        <div className={classes.headline}>
          <span className={classes.big}>{scoreOrDash(current.score)}</span>
          <Text size="sm">
            {current.n === 0 ? (
              'No answers in this period.'
            ) : (
              <>
                from <CallsLink search={answeredCalls(period)}>{answersWord(current.n)}</CallsLink>
                <br />
                95% sure: <b className="numeric">{rangeText(current.interval95)}</b>
              </>
            )}
          </Text>
        </div>
        {isTables ? (
          <FigureTable
            caption="Answers by band"
            head={['Band', 'Answers', 'Before']}
            rows={bandOrder.map((band) => ({
              key: band,
              cells: [
                `${bandLooks[band].word}s`,
                {
                  text: number(bandCount(current, band)),
                  search: answeredCalls(period, band),
                },
                {
                  text: number(bandCount(previous, band)),
                  search: answeredCalls(previousPeriod, band),
                },
              ],
            }))}
          />
        ) : (
          <>
            <BandBar
              isTall
              name="This period"
              counts={current}
              searchOf={(band) => answeredCalls(period, band)}
            />
            {current.n > 0 && <BandLegend />}
          </>
        )}
        <Text size="sm">
          {previous.score === null || change === null ? (
            <>
              Before ({datesBefore}): {previous.n === 0 ? 'no answers' : answersWord(previous.n)}.
            </>
          ) : (
            <>
              <b className="numeric">{scoreText(change.difference)}</b> against{' '}
              {scoreText(previous.score)} before, {changeWords(change)}. Before: {datesBefore}, from{' '}
              <CallsLink search={answeredCalls(previousPeriod)}>
                {answersWord(previous.n)}
              </CallsLink>
              .
            </>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          <CallsLink search={completedCalls(period)}>{callsWord(completed)}</CallsLink> completed,{' '}
          {number(current.n)} with a score.
          {erasedAnswers > 0 &&
            ` ${answersWord(erasedAnswers)} of customers who were erased since are not counted: no call stands behind them.`}
        </Text>
        <Formula insights={insights} />
      </Stack>
    </Panel>
  )
}

function BandLegend() {
  return (
    <div className={classes.legend}>
      {bandOrder.map((band) => {
        const { word, tone, icon: Icon } = bandLooks[band]
        const scores = { detractor: '0 to 6', passive: '7 and 8', promoter: '9 and 10' }[band]
        return (
          <span key={band}>
            <Icon size={16} stroke={2} color={`var(--tone-${tone}-text)`} aria-hidden /> {word}s,{' '}
            {scores}
          </span>
        )
      })}
    </div>
  )
}

function Formula({ insights: { nps } }: { insights: Insights }) {
  const { promoters, detractors, n, score } = nps.current
  return (
    <div>
      <Text size="sm" className="numeric">
        NPS = 100 × (promoters − detractors) ÷ answers
        {score !== null &&
          ` = 100 × (${number(promoters)} − ${number(detractors)}) ÷ ${number(n)} = ${scoreText(score)}`}
      </Text>
      <details className={classes.details}>
        <summary>How sure is that?</summary>
        <Text size="sm" c="dimmed">
          The range is the adjusted Wald interval of B. Rocks (The American Statistician, 2016):
          were all customers asked, their score would lie in it in 95 of 100 such periods. A change
          counts as clear where chance alone would not explain it (Zou and Donner, Statistics in
          Medicine, 2008).
        </Text>
      </details>
    </div>
  )
}
