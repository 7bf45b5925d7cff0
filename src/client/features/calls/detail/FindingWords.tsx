import { Text, UnstyledButton } from '@mantine/core'
import { IconQuote } from '@tabler/icons-react'
import type { Evidence } from '../../../../server/domain/evidence.schema.ts'
import { t } from '../../../i18n/t.ts'
import { formatDuration } from '../../../lib/format-time.ts'
import classes from './FindingWords.module.css'
import { useIsOnPaper } from './on-paper.ts'
import { useShownWords, wordsOf } from './shown-words.tsx'

export type FindingWordsProps = {
  about: Evidence['about']
  mention?: string | null
  /** Nobody looks for words of it, so that nothing is said where there are none. */
  isQuiet?: boolean
}

/** The words that a finding rests on, each leading to where it was said; says so if there are none. */
export function FindingWords({ about, mention = null, isQuiet = false }: FindingWordsProps) {
  const { transcript } = useShownWords()
  const words = wordsOf(transcript, about, mention)
  if (words === null || (isQuiet && words.length === 0)) return null
  if (words.length === 0) {
    return (
      <Text size="xs" c="dimmed" fs="italic">
        {t('No words found for this')}
      </Text>
    )
  }
  return (
    <span className={classes.words}>
      {words.map((evidence) => (
        <WordsLink key={`${evidence.segmentIndex} ${evidence.quote}`} evidence={evidence} />
      ))}
    </span>
  )
}

function WordsLink({ evidence }: { evidence: Evidence }) {
  const { transcript, hasSound, show } = useShownWords()
  const isOnPaper = useIsOnPaper()
  const segment = transcript?.segments[evidence.segmentIndex]
  const time = formatDuration((segment?.startMs ?? 0) / 1000)
  const words = (
    <>
      <IconQuote size={13} className={classes.icon} aria-hidden />
      <q lang={transcript?.language}>{evidence.quote}</q>{' '}
      <span className={classes.time}>{time}</span>
    </>
  )
  if (isOnPaper) return <span className={classes.link}>{words}</span>
  return (
    <UnstyledButton
      className={classes.link}
      title={hasSound ? t('Hear it in the conversation') : t('See it in the conversation')}
      onClick={(event) => show(evidence, event.currentTarget)}
    >
      {words}
    </UnstyledButton>
  )
}
