import type { ScoreBand } from '../../../server/domain/nps.ts'
import { bandLooks } from '../../components/status-looks.ts'
import classes from './BandBar.module.css'
import { CallsLink, type CallsSearch } from './CallsLink.tsx'
import { answersWord, bandsWords, number } from './insights-words.ts'

export const bandOrder = ['detractor', 'passive', 'promoter'] as const satisfies ScoreBand[]

export const bandCount = (
  counts: { promoters: number; passives: number; detractors: number },
  band: ScoreBand,
) => counts[`${band}s`]

type BandBarProps = {
  counts: { promoters: number; passives: number; detractors: number }
  /** Whose answers they are, for those who hear the page. */
  name: string
  searchOf: (band: ScoreBand) => CallsSearch
  isTall?: boolean
}

/** Answers by band, always in the same order; each part says its count and opens its calls. */
export function BandBar({ counts, name, searchOf, isTall }: BandBarProps) {
  return (
    <div className={classes.bar} data-tall={isTall || undefined}>
      {bandOrder.map((band) => {
        const count = bandCount(counts, band)
        if (count === 0) return null
        const { tone, icon: Icon } = bandLooks[band]
        const words = `${name}, ${bandsWords[band].toLowerCase()}: ${answersWord(count)}`
        return (
          <CallsLink
            key={band}
            search={searchOf(band)}
            label={words}
            title={words}
            className={classes.part}
            style={{ flexGrow: count, background: `var(--tone-${tone}-text)` }}
          >
            {isTall && <Icon size={16} stroke={2} aria-hidden />}
            {number(count)}
          </CallsLink>
        )
      })}
    </div>
  )
}
