import type { Ref } from 'react'
import type { TranscriptSegment } from '../../../../server/domain/call.schema.ts'
import classes from './StageTalk.module.css'
import { stageWords } from './stage-words.ts'

type StageLineProps = {
  segment: Pick<TranscriptSegment, 'speaker' | 'text'>
  /** How many of its words have been said. */
  said: number
  /** Gets the word that was said last. */
  newest: Ref<HTMLSpanElement> | undefined
}

/** One sentence; words that are still to come keep their room. */
export function StageLine({ segment, said, newest }: StageLineProps) {
  const { speaker, text } = segment
  const last = Math.max(0, said - 1)
  return (
    <p className={classes.line} data-speaker={speaker}>
      <span className={classes.speaker}>
        {speaker === 'agent' ? stageWords.agent : stageWords.customer}
      </span>
      {text.split(' ').map((word, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the sentence
          key={index}
          ref={index === last ? newest : undefined}
          className={classes.word}
          data-said={index < said || undefined}
        >
          {word}{' '}
        </span>
      ))}
    </p>
  )
}
