import { useState } from 'react'
import type { z } from 'zod'
import type { stageFiguresSchema } from '../../../../server/domain/stage.schema.ts'
import classes from './StageFigures.module.css'
import { stageWords } from './stage-words.ts'

type Figures = z.infer<typeof stageFiguresSchema>

/** The score, what it is made of, and how it stood before. */
export function NpsFigure({ figures, hasFailed }: { figures: Figures | null; hasFailed: boolean }) {
  const [shown, setShown] = useState<{ now: Figures | null; before: Figures | null }>({
    ...{ now: null, before: null },
  })
  if (figures !== null && figures !== shown.now) {
    const hasMoved =
      shown.now !== null && (shown.now.n !== figures.n || shown.now.score !== figures.score)
    setShown({ now: figures, before: hasMoved ? shown.now : shown.before })
  }
  const { before } = shown
  const parts = [
    { tone: 'good', word: 'promoters', n: figures?.promoters ?? 0 },
    { tone: 'middling', word: 'passives', n: figures?.passives ?? 0 },
    { tone: 'bad', word: 'detractors', n: figures?.detractors ?? 0 },
  ]
  return (
    <section className={classes.nps} aria-label={`${stageWords.nps} ${stageWords.npsSpan}`}>
      <span className={classes.label}>
        {stageWords.nps} <span className={classes.span}>{stageWords.npsSpan}</span>
      </span>
      <span className={classes.npsScore}>
        {figures === null ? (
          hasFailed ? (
            '?'
          ) : (
            '…'
          )
        ) : (
          <span key={sign(figures)}>{sign(figures)}</span>
        )}
      </span>
      <span className={classes.before}>
        {figures?.n === 0
          ? stageWords.noScores
          : before && before.score !== null && `was ${sign(before)} of ${before.n}`}
      </span>
      <div className={classes.bars} aria-hidden="true">
        {parts.map(({ tone, n }) => (
          <div
            key={tone}
            className={classes.part}
            style={{ flexGrow: n, background: `var(--tone-${tone}-text)` }}
          />
        ))}
      </div>
      <span className={classes.parts}>
        {parts.map(({ tone, word, n }) => (
          <span key={tone} style={{ color: `var(--tone-${tone}-text)` }}>
            {n.toLocaleString()} {word}
          </span>
        ))}
      </span>
    </section>
  )
}

function sign({ score }: Figures): string {
  if (score === null) return '–'
  const size = Math.abs(score).toLocaleString(undefined, { maximumFractionDigits: 1 })
  return score > 0 ? `+${size}` : score < 0 ? `−${size}` : '0'
}
