import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { stageFiguresSchema } from '../../../../server/domain/stage.schema.ts'
import { bandLooks } from '../../../components/status-looks.ts'
import { plural } from '../../../i18n/t.ts'
import { readerLocale } from '../../../lib/reader-locale.ts'
import { useSight } from '../../../lib/rights.tsx'
import classes from './StageFigures.module.css'
import { bandWords, stageWords } from './stage-words.ts'

type Figures = z.infer<typeof stageFiguresSchema>

/** The score, what it is made of, and how it stood before. */
export function NpsFigure({ figures, hasFailed }: { figures: Figures | null; hasFailed: boolean }) {
  const [shown, setShown] = useState<{ now: Figures | null; before: Figures | null }>({
    now: null,
    before: null,
  })
  if (figures !== null && figures !== shown.now) {
    const hasMoved =
      shown.now !== null && (shown.now.n !== figures.n || shown.now.score !== figures.score)
    setShown({ now: figures, before: hasMoved ? shown.now : shown.before })
  }
  const { before } = shown
  const span = stageWords.npsSpan[useSight()]
  const parts = (['promoter', 'passive', 'detractor'] as const).map((band) => {
    const n = figures?.[`${band}s`] ?? 0
    return { band, n, tone: bandLooks[band].tone, word: bandWords[band](n) }
  })
  return (
    <section className={classes.nps} aria-label={`${stageWords.nps} ${span}`}>
      <span className={classes.label}>
        {stageWords.nps} <span className={classes.span}>{span}</span>
      </span>
      <span className={classes.npsScore} data-nps>
        {figures !== null && <span key={sign(figures)}>{sign(figures)}</span>}
        {figures === null && (hasFailed ? '?' : <Skeleton width="2em" height="0.9em" />)}
      </span>
      <span className={classes.before}>
        {figures?.n === 0
          ? stageWords.noScores
          : before &&
            before.score !== null &&
            plural(before.n, 'was {score}, from one score', 'was {score}, from {n} scores', {
              score: sign(before),
            })}
      </span>
      <div className={classes.bars} aria-hidden="true">
        {parts
          .filter(({ n }) => n > 0)
          .map(({ tone, n }) => (
            <div
              key={tone}
              className={classes.part}
              style={{ flexGrow: n, background: `var(--tone-${tone}-text)` }}
            />
          ))}
      </div>
      <span className={classes.parts}>
        {figures !== null &&
          parts.map(({ tone, word, n }) => (
            <span key={tone} style={{ color: `var(--tone-${tone}-text)` }}>
              {n.toLocaleString(readerLocale())} {word}
            </span>
          ))}
      </span>
    </section>
  )
}

function sign({ score }: Figures): string {
  if (score === null) return '–'
  const size = Math.abs(score).toLocaleString(readerLocale(), { maximumFractionDigits: 1 })
  return score > 0 ? `+${size}` : score < 0 ? `−${size}` : '0'
}
