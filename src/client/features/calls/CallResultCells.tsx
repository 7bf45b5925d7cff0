import { VisuallyHidden } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { isLive, isWaiting } from '../../../server/domain/call-status.ts'
import { NpsBadge } from '../../components/NpsBadge.tsx'
import { RatingStars } from '../../components/RatingStars.tsx'
import { t } from '../../i18n/t.ts'
import { useIsCallingStopped } from '../../lib/is-calling-stopped.tsx'
import classes from './CallCells.module.css'
import { useCallClock } from './call-clock.tsx'
import { nextTryOf } from './next-try.ts'
import { WhyPopover } from './WhyPopover.tsx'

export function TimeCell({ call }: { call: Call }) {
  const { when, fully } = useCallClock()
  const at = timeOf(call)
  if (at === null) return <div className={classes.text}>–</div>
  return (
    <time className={`${classes.twoLines} numeric`} dateTime={at} title={fully(at)}>
      {capitalized(when(at))}
    </time>
  )
}

/** The instant a list tells of a call: since when it goes on, when it is due, or when it ended. */
function timeOf(call: Call): string | null {
  if (isLive(call.status)) return call.startTime
  return call.status === 'ready' ? call.dueAt : call.endTime
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export function NextTryCell({ call }: { call: Call }) {
  const clock = useCallClock()
  const isStopped = useIsCallingStopped()
  const { words, isHeld } = nextTryOf(call, clock, isStopped)
  const text = (
    <span className={classes.twoLines} title={words} data-held={isHeld || undefined}>
      {words}
    </span>
  )
  // Only of these is there something to ask the rules about.
  return isWaiting(call.status) ? <WhyPopover call={call}>{text}</WhyPopover> : text
}

export function ScoreCell({ call, isInline }: { call: Call; isInline?: boolean }) {
  if (call.npsScore === null && call.rating === null) return <div className={classes.text}>–</div>
  return (
    <div className={classes.scores} data-inline={isInline || undefined}>
      {call.npsScore !== null && <NpsBadge score={call.npsScore} isShort />}
      {call.rating !== null && <RatingStars rating={call.rating} />}
    </div>
  )
}

export function FeedbackCell({ call }: { call: Call }) {
  const text = call.feedbackSummary ?? call.overallFeedback
  return (
    <div className={classes.twoLines} title={text ?? undefined}>
      {text ?? '–'}
    </div>
  )
}

export function AudioCell({ call }: { call: Call }) {
  if (call.audioUrl === null) return null
  return (
    <span className={classes.audio} title={t('Has a recording')}>
      <IconMicrophone size={16} aria-hidden />
      <VisuallyHidden>{t('Has a recording')}</VisuallyHidden>
    </span>
  )
}
