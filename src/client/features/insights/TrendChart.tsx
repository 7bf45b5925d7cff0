import { Box, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { Period } from '../../../server/domain/insights-period.ts'
import type { TrendPoint } from '../../../server/domain/insights-trend.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { CallsLink } from './CallsLink.tsx'
import { answeredCalls, answersOfStretch } from './call-links.ts'
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
    // What is said of a stretch stays until the chart is left, so that its numbers can be reached.
    <Box
      onPointerLeave={() => setShown(null)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setShown(null)
      }}
    >
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
            {points.map((each, at) => (
              <Column key={each.from} point={each} onShow={() => setShown(at)} />
            ))}
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
      {point === undefined ? (
        <Text size="sm" className={classes.words} aria-hidden>
          <span className={classes.keyLine} /> {t('this period')}
          <span className={classes.keyBefore} /> {t('the period before')}
          <span className={classes.keyCount} /> {t('number of answers')}
        </Text>
      ) : (
        <Text size="sm" className={classes.words}>
          <span>
            <StretchWords point={point} />
          </span>
        </Text>
      )}
    </Box>
  )
}

type StretchProps = { point: TrendPoint }

/** Opens the answers of its stretch; where there are none, those before, which are all it draws. */
function Column({ point, onShow }: StretchProps & { onShow: () => void }) {
  const { from, to, current, before } = point
  const search = answersOfStretch(point)
  if (search === null) return <span onPointerEnter={onShow} />
  const dates = datesText({ from, to })
  const ofBefore = { before: scoreOrDash(before.score), answersBefore: answersWord(before.n) }
  return (
    <CallsLink
      search={search}
      className={classes.column}
      label={
        current.n === 0
          ? t('{dates}: no answers. Before: {before}, {answersBefore}.', { dates, ...ofBefore })
          : t(
              '{dates}: NPS {score}, {answers}, 95% sure {range}. Before: {before}, {answersBefore}.',
              {
                dates,
                score: scoreOrDash(current.score),
                answers: answersWord(current.n),
                range: rangeText(current.interval95),
                ...ofBefore,
              },
            )
      }
      onShow={onShow}
    />
  )
}

/** What the chart draws there, with each number leading to its calls. */
function StretchWords({ point }: StretchProps) {
  const { from, to, previous, current, before } = point
  const dates = <b>{datesText({ from, to })}</b>
  if (current.n + before.n === 0) {
    return <T text="{dates}: no answers, and none before." dates={dates} />
  }
  const ofCurrent = {
    score: scoreOrDash(current.score),
    answers: <AnswersLink n={current.n} of={{ from, to }} />,
    range: rangeText(current.interval95),
  }
  if (before.n === 0) {
    return (
      <T
        text="{dates}: {score} from {answers}, {range}. No answers before."
        dates={dates}
        {...ofCurrent}
      />
    )
  }
  const ofBefore = {
    before: scoreOrDash(before.score),
    answersBefore: <AnswersLink n={before.n} of={previous} />,
  }
  if (current.n === 0) {
    return (
      <T
        text="{dates}: no answers. Before: {before} from {answersBefore}."
        dates={dates}
        {...ofBefore}
      />
    )
  }
  return (
    <T
      text="{dates}: {score} from {answers}, {range}. Before: {before} from {answersBefore}."
      dates={dates}
      {...ofCurrent}
      {...ofBefore}
    />
  )
}

const AnswersLink = ({ n, of }: { n: number; of: Period }) => (
  <CallsLink search={answeredCalls(of)}>{answersWord(n)}</CallsLink>
)

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
