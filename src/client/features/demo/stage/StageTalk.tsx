import { useEffect, useRef } from 'react'
import type { TranscriptSegment } from '../../../../server/domain/call.schema.ts'
import { RingingPhone } from './RingingPhone.tsx'
import { StageLine } from './StageLine.tsx'
import classes from './StageTalk.module.css'
import { wordsSaid } from './scenes.ts'
import { liveWords, stageWords } from './stage-words.ts'
import type { Stage } from './use-stage.ts'

/** The conversation as it is said, word by word, the newest in sight; a telephone before it begins. */
export function StageTalk({ stage }: { stage: Stage }) {
  const { call, conversation, clock, scenario, turns, sayingMs } = stage
  const newest = useRef<HTMLSpanElement>(null)
  const isTalk = call?.status === 'in_progress'
  const isOver = call?.status === 'completed'
  const lines = isOver
    ? (
        call.transcript?.segments ??
        conversation?.segments ??
        // What was said here, until the transcript is there.
        turns.saidIn({ callId: call.id, attempt: call.attemptCount }) ??
        []
      ).map((segment) => whole(segment))
    : stage.isGuestTalk
      ? guestLines(turns.turn?.segments ?? [], { sayingMs, positionMs: clock.positionMs, turns })
      : isTalk
        ? playedLines(conversation?.segments ?? [], clock.positionMs)
        : []
  const progress = lines.reduce((sum, { said }) => sum + said, 0)
  useEffect(() => {
    if (progress > 0 || isOver) newest.current?.scrollIntoView({ block: 'nearest' })
  }, [progress, isOver])

  if (call !== null && lines.length === 0 && !isTalk && !isOver) {
    return (
      <RingingPhone
        call={call}
        isStill={!clock.isPlaying}
        words={stage.wasGivenBack ? stageWords.givenBack : undefined}
      />
    )
  }
  const language = turns.turn?.language ?? scenario?.language
  return (
    <section
      className={classes.talk}
      aria-label={stageWords.conversation}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it is reached by keyboard
      tabIndex={0}
      lang={language}
    >
      {lines.map(({ key, segment, said }, line) => (
        <StageLine
          key={key}
          segment={segment}
          said={said}
          newest={line === lines.length - 1 ? newest : undefined}
        />
      ))}
      {stage.isGuestTalk && turns.turn === null && (
        <p className={classes.hint}>{liveWords.sending}</p>
      )}
    </section>
  )
}

type Line = { key: string; segment: TranscriptSegment; said: number }

const whole = (segment: TranscriptSegment, index = segment.startMs): Line => ({
  key: `${index}/${segment.text}`,
  segment,
  said: segment.text.split(' ').length,
})

const playedLines = (segments: readonly TranscriptSegment[], positionMs: number): Line[] =>
  segments
    .filter(({ startMs }) => startMs <= positionMs)
    .map((segment) => ({ ...whole(segment), said: wordsSaid(segment, positionMs) }))

/** What the present turn says stands at the end, and its time counts from the turn's beginning. */
function guestLines(
  segments: readonly TranscriptSegment[],
  now: { sayingMs: number; positionMs: number; turns: Stage['turns'] },
): Line[] {
  const parts = new Set(now.turns.turn?.say.map(({ language }) => language)).size
  const from = segments.length - parts
  let startMs = 0
  return segments.flatMap((segment, index) => {
    if (index < from) return whole(segment, index)
    const lastsMs = segment.endMs - segment.startMs
    const timed = { ...segment, startMs, endMs: startMs + lastsMs }
    startMs += lastsMs
    if (timed.startMs > now.positionMs) return []
    return { ...whole(segment, index), said: wordsSaid(timed, now.positionMs) }
  })
}
