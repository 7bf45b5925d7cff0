import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'
import { formatDuration } from '../../../lib/format-time.ts'
import classes from './PrintedCall.module.css'
import { Section } from './Section.tsx'
import { speakerWords } from './speaker-words.ts'

type PrintedTranscriptProps = { transcript: NonNullable<CallDetail['transcript']> }

export function PrintedTranscript({ transcript }: PrintedTranscriptProps) {
  return (
    <Section title={t('Conversation')}>
      <ol className={classes.lines}>
        {transcript.segments.map(({ startMs, speaker, text }) => (
          <li key={startMs}>
            <span className="numeric">{formatDuration(startMs / 1000)}</span>
            <strong>{speakerWords[speaker]}</strong>
            <span lang={transcript.language}>{text}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
