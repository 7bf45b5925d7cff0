import { Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { TrendPoint } from '../../../server/domain/insights-trend.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { CallsLink } from './CallsLink.tsx'
import { answeredCalls } from './call-links.ts'
import {
  answersWord,
  datesText,
  rangeText,
  scoreOrDash,
  scoreText,
  shortDate,
} from './insights-words.ts'
import classes from './TrendChart.module.css'

const PLOT = 200
const COUNTS = 34
const GAP = 14
const HEIGHT = PLOT + GAP + COUNTS
const marks = [100, 50, 0, -50, -100]
/** Narrower, labels would run into each other. */
const LABEL_WIDTH = 60

const yOf = (score: number) => ((100 - score) / 200) * PLOT

/** Scores as a line over the number of answers; each stretch is one link as high as the chart. */
export function TrendChart({ points }: { points: readonly TrendPoint[] }) {
  const { ref, width } = useElementSize()
  const [shown, setShown] = useState<number | null>(null)
  const column = width / Math.max(1, points.length)
  const xOf = (at: number) => (at + 0.5) * column
  const most = Math.max(1, ...points.map(({ current }) => current.n))
  const labelEvery = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, column)))
  const point = shown === null ? undefined : points[shown]
  return (
    <div>
      <div className={classes.frame}>
        <div className={classes.marks} aria-hidden>
          {marks.map((mark) => (
            <span key={mark} style={{ top: yOf(mark) }}>
              {scoreText(mark)}
            </span>
          ))}
        </div>
        <div className={classes.plot} ref={ref} style={{ height: HEIGHT }}>
          {width > 0 && (
            <svg
              className={classes.drawing}
              viewBox={`0 0 ${width} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden
            >
              {marks.map((mark) => (
                <line
                  key={mark}
                  className={mark === 0 ? classes.zero : classes.grid}
                  x2={width}
                  y1={yOf(mark)}
                  y2={yOf(mark)}
                />
              ))}
              <path className={classes.before} d={lineOf(points, 'before', xOf)} />
              <path className={classes.line} d={lineOf(points, 'current', xOf)} />
              {points.map(({ from, current, before }, at) => (
                <g key={from} data-shown={at === shown || undefined}>
                  <rect
                    className={classes.count}
                    x={xOf(at) - Math.min(column * 0.6, 28) / 2}
                    width={Math.min(column * 0.6, 28)}
                    y={HEIGHT - (current.n / most) * COUNTS}
                    height={(current.n / most) * COUNTS}
                  />
                  {current.interval95 && (
                    <line
                      className={classes.interval}
                      x1={xOf(at)}
                      x2={xOf(at)}
                      y1={yOf(current.interval95.high)}
                      y2={yOf(current.interval95.low)}
                    />
                  )}
                  {before.score !== null && (
                    <circle
                      className={classes.pointBefore}
                      cx={xOf(at)}
                      cy={yOf(before.score)}
                      r={3}
                    />
                  )}
                  {current.score !== null && (
                    <circle
                      className={classes.point}
                      cx={xOf(at)}
                      cy={yOf(current.score)}
                      r={4.5}
                    />
                  )}
                </g>
              ))}
            </svg>
          )}
          <div className={classes.columns}>
            {points.map(({ from, to, current, before }, at) =>
              current.n === 0 ? (
                <span key={from} />
              ) : (
                <CallsLink
                  key={from}
                  search={answeredCalls({ from, to })}
                  className={classes.column}
                  label={t(
                    '{dates}: NPS {score}, {answers}, 95% sure {range}. Before: {before}, {answersBefore}.',
                    {
                      dates: datesText({ from, to }),
                      score: scoreOrDash(current.score),
                      answers: answersWord(current.n),
                      range: rangeText(current.interval95),
                      before: scoreOrDash(before.score),
                      answersBefore: answersWord(before.n),
                    },
                  )}
                  onShow={() => setShown(at)}
                  onHide={() => setShown(null)}
                />
              ),
            )}
          </div>
        </div>
      </div>
      <div className={classes.labels} aria-hidden>
        {points.map(({ from }, at) =>
          at % labelEvery === 0 ? (
            <span key={from} style={{ left: `${((at + 0.5) / points.length) * 100}%` }}>
              {shortDate(from)}
            </span>
          ) : null,
        )}
      </div>
      <Text size="sm" className={classes.words} aria-hidden>
        {point === undefined ? (
          <>
            <span className={classes.keyLine} /> {t('this period')}
            <span className={classes.keyBefore} /> {t('the period before')}
            <span className={classes.keyCount} /> {t('number of answers')}
          </>
        ) : (
          <T
            text="{dates}: {score} from {answers}, {range}. Before: {before} from {answersBefore}."
            dates={<b>{datesText(point)}</b>}
            score={scoreOrDash(point.current.score)}
            answers={answersWord(point.current.n)}
            range={rangeText(point.current.interval95)}
            before={scoreOrDash(point.before.score)}
            answersBefore={answersWord(point.before.n)}
          />
        )}
      </Text>
    </div>
  )
}

/** Broken off where there are no answers: nothing is known between. */
function lineOf(
  points: readonly TrendPoint[],
  of: 'current' | 'before',
  xOf: (at: number) => number,
): string {
  let isDrawing = false
  return points
    .map((point, at) => {
      const { score } = point[of]
      const command = score === null ? '' : `${isDrawing ? 'L' : 'M'}${xOf(at)} ${yOf(score)}`
      isDrawing = score !== null
      return command
    })
    .join('')
}
