import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CallDetail, TranscriptSegment } from '../../../../server/domain/call.schema.ts'
import { language } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { formatDuration } from '../../../lib/format-time.ts'
import type { ShownWords } from './shown-words.tsx'
import { speakerWords } from './speaker-words.ts'
import classes from './TranscriptLines.module.css'
import { prefersStillness, useFollowing } from './use-following.ts'

export type TranscriptLinesProps = {
  transcript: NonNullable<CallDetail['transcript']>
  positionMs: number
  isPlaying: boolean
  seeks: number
  /** Null where there is nothing to hear. */
  onPlayFrom: ((positionMs: number) => void) | null
  /** Words to lead to: they are marked, and their line gets the focus. */
  shown: ShownWords | null
}

/** What was said and when; a line clicked plays from there, and the playing line stays in sight. */
export function TranscriptLines(props: TranscriptLinesProps) {
  const { transcript, positionMs, isPlaying, seeks, onPlayFrom, shown } = props
  const { segments, language: spoken } = transcript
  const list = useRef<HTMLOListElement>(null)
  const hasStarted = isPlaying || seeks > 0 || positionMs > 0
  const playing = hasStarted ? segments.findLastIndex(({ startMs }) => startMs <= positionMs) : -1
  const listProps = useFollowing(list, { index: playing, seeks })

  useEffect(() => {
    const line = shown && list.current?.children.item(shown.segmentIndex)?.firstElementChild
    if (!(line instanceof HTMLElement)) return
    line.focus({ preventScroll: true })
    line.scrollIntoView({ block: 'center', behavior: prefersStillness() ? 'auto' : 'smooth' })
  }, [shown])

  return (
    <ol
      ref={list}
      className={classes.lines}
      lang={spoken}
      aria-label={t('Transcript')}
      {...listProps}
    >
      {segments.map((segment, index) => (
        <li key={segment.startMs} className={classes.item}>
          <Line
            segment={segment}
            isCurrent={index === playing}
            quote={shown?.segmentIndex === index ? shown.quote : null}
            onPlay={onPlayFrom && (() => onPlayFrom(segment.startMs))}
          />
        </li>
      ))}
    </ol>
  )
}

type LineProps = {
  segment: TranscriptSegment
  isCurrent: boolean
  quote: string | null
  onPlay: (() => void) | null
}

function Line({ segment, isCurrent, quote, onPlay }: LineProps) {
  const words = (
    <>
      <Text span size="xs" c="dimmed" className="numeric">
        {formatDuration(segment.startMs / 1000)}
      </Text>
      <span>
        <Text span size="xs" fw={600} c="dimmed" display="block" lang={language}>
          {speakerWords[segment.speaker]}
        </Text>
        <Marked text={segment.text} quote={quote} />
      </span>
    </>
  )
  const common = {
    className: classes.line,
    'data-speaker': segment.speaker,
    'aria-current': isCurrent || undefined,
  }
  if (onPlay === null) {
    // Focus is led here, but there is nothing to do with it.
    return (
      <div {...common} tabIndex={quote === null ? undefined : -1}>
        {words}
      </div>
    )
  }
  return (
    <button type="button" {...common} onClick={onPlay} title={t('Play from here')}>
      {words}
    </button>
  )
}

function Marked({ text, quote }: { text: string; quote: string | null }) {
  const at = quote === null ? -1 : text.indexOf(quote)
  if (quote === null || at === -1) return text
  return (
    <>
      {text.slice(0, at)}
      <mark className={classes.quote}>{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  )
}
