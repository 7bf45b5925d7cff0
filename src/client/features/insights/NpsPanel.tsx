import { Stack, Text } from '@mantine/core'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { bandLooks } from '../../components/status-looks.ts'
import { T } from '../../i18n/T.tsx'
import { plural, t } from '../../i18n/t.ts'
import { BandBar, bandCount, bandOrder } from './BandBar.tsx'
import { CallsLink } from './CallsLink.tsx'
import { answeredCalls, completedCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import classes from './Insights.module.css'
import {
  answersWord,
  bandsWords,
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
  const { nps, period, previousPeriod, completedCalls: completed } = insights
  const { erasedAnswers, erasedAnswersBefore } = insights
  const { current, previous, change } = nps
  const answersBefore = (
    <CallsLink search={answeredCalls(previousPeriod)}>{answersWord(previous.n)}</CallsLink>
  )
  return (
    <Panel title={t('Net Promoter Score')} span={5}>
      <Stack gap="sm">
        <div className={classes.headline}>
          <span className={classes.big}>{scoreOrDash(current.score)}</span>
          <Text size="sm">
            {current.n === 0 ? (
              t('No answers in this period.')
            ) : (
              <>
                <T
                  text="from {answers}"
                  answers={
                    <CallsLink search={answeredCalls(period)}>{answersWord(current.n)}</CallsLink>
                  }
                />
                <br />
                <T
                  text="95% sure: {range}"
                  range={<b className="numeric">{rangeText(current.interval95)}</b>}
                />
              </>
            )}
          </Text>
        </div>
        {isTables ? (
          <FigureTable
            caption={t('Answers by band')}
            head={[t('Band'), t('Answers'), t('Before')]}
            rows={bandOrder.map((band) => ({
              key: band,
              cells: [
                bandsWords[band],
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
              name={t('This period')}
              counts={current}
              searchOf={(band) => answeredCalls(period, band)}
            />
            {current.n > 0 && <BandLegend />}
          </>
        )}
        <Text size="sm">
          {previous.score === null || change === null ? (
            <T
              text="Before ({dates}): {answers}."
              dates={datesBefore}
              answers={previous.n === 0 ? t('no answers') : answersBefore}
            />
          ) : (
            <T
              text="{difference} against {score} before, {meaning}. Before: {dates}, from {answers}."
              difference={<b className="numeric">{scoreText(change.difference)}</b>}
              score={scoreText(previous.score)}
              meaning={changeWords(change)}
              dates={datesBefore}
              answers={answersBefore}
            />
          )}
        </Text>
        <Text size="sm" c="dimmed">
          <T
            text="{calls} completed, {n} with a score."
            calls={<CallsLink search={completedCalls(period)}>{callsWord(completed)}</CallsLink>}
            n={
              <CallsLink search={answeredCalls(period)} label={answersWord(current.n)}>
                {number(current.n)}
              </CallsLink>
            }
          />
          {erasedAnswers > 0 &&
            ` ${plural(
              erasedAnswers,
              '{n} answer of a customer who was erased since is not counted: no call stands behind it.',
              '{n} answers of customers who were erased since are not counted: no call stands behind them.',
            )}`}
          {erasedAnswersBefore > 0 &&
            ` ${plural(
              erasedAnswersBefore,
              'Of the period before, {n} answer was erased since and is not counted.',
              'Of the period before, {n} answers were erased since and are not counted.',
            )}`}
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
        const { tone, icon: Icon } = bandLooks[band]
        const scores = {
          detractor: t('0 to 6'),
          passive: t('7 and 8'),
          promoter: t('9 and 10'),
        }[band]
        return (
          <span key={band}>
            <Icon size={16} stroke={2} color={`var(--tone-${tone}-text)`} aria-hidden />{' '}
            {bandsWords[band]}, {scores}
          </span>
        )
      })}
    </div>
  )
}

function Formula({ insights }: { insights: Insights }) {
  const { promoters, detractors, n, score } = insights.nps.current
  return (
    <div>
      <Text size="sm" className="numeric">
        {t('NPS = 100 × (promoters − detractors) ÷ answers')}
        {score !== null &&
          ` = 100 × (${number(promoters)} − ${number(detractors)}) ÷ ${number(n)} = ${scoreText(score)}`}
      </Text>
      <details className={classes.details}>
        <summary>{t('How sure is that?')}</summary>
        <Text size="sm" c="dimmed">
          {t(
            'The range is the adjusted Wald interval of B. Rocks (The American Statistician, 2016): were all customers asked, their score would lie in it in 95 of 100 such periods. A change counts as clear where chance alone would not explain it (Zou and Donner, Statistics in Medicine, 2008).',
          )}
          {insights.erasedAnswers + insights.erasedAnswersBefore > 0 &&
            ` ${t('It has to be so with the scores of erased answers, too, which are kept without their customers.')}`}
        </Text>
      </details>
    </div>
  )
}
