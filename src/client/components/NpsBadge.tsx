import { scoreBand } from '../../server/domain/nps.ts'
import { t } from '../i18n/t.ts'
import { Mark } from './Mark.tsx'
import { bandLooks } from './status-looks.ts'

export type NpsBadgeProps = {
  /** 0 to 10. */
  score: number
  /** Says the number alone, the band in its title. */
  isShort?: boolean
}

export function NpsBadge({ score, isShort = false }: NpsBadgeProps) {
  const { word, tone, icon } = bandLooks[scoreBand(score)]
  return (
    <Mark
      tone={tone}
      icon={icon}
      title={t('NPS {score} of 10, {word}', { score, word: word.toLowerCase() })}
    >
      <span className="numeric">{score}</span>
      {isShort ? null : ` ${word}`}
    </Mark>
  )
}
