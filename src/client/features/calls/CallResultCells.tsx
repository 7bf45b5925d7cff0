import { Flex, Text, VisuallyHidden } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { isLive, isWaiting } from '../../../server/domain/call-status.ts'
import { NpsBadge } from '../../components/NpsBadge.tsx'
import { RatingStars } from '../../components/RatingStars.tsx'
import { t } from '../../i18n/t.ts'
import { useIsCallingStopped } from '../../lib/is-calling-stopped.tsx'
import { useCallClock } from './call-clock.tsx'
import { nextTryOf } from './next-try.ts'
import { WhyPopover } from './WhyPopover.tsx'

export function TimeCell({ call }: { call: Call }) {
  const { when, fully } = useCallClock()
  const at = timeOf(call)
  if (at === null) return <Text size="sm">–</Text>
  return (
    <Text size="sm" lineClamp={2} lh={1.3} className="numeric" title={fully(at)}>
      <time dateTime={at}>{capitalized(when(at))}</time>
    </Text>
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
    <Text
      span
      size="sm"
      lineClamp={2}
      lh={1.3}
      title={words}
      c={isHeld ? 'var(--tone-missed-text)' : undefined}
    >
      {words}
    </Text>
  )
  // Only of these is there something to ask the rules about.
  return isWaiting(call.status) ? <WhyPopover call={call}>{text}</WhyPopover> : text
}

export function ScoreCell({ call, isInline }: { call: Call; isInline?: boolean }) {
  if (call.npsScore === null && call.rating === null) return <Text size="sm">–</Text>
  return (
    <Flex
      direction={isInline ? 'row' : 'column'}
      gap={isInline ? 'xs' : 2}
      align={isInline ? 'center' : 'flex-start'}
    >
      {call.npsScore !== null && <NpsBadge score={call.npsScore} isShort />}
      {call.rating !== null && <RatingStars rating={call.rating} />}
    </Flex>
  )
}

export function FeedbackCell({ call }: { call: Call }) {
  const text = call.feedbackSummary ?? call.overallFeedback
  return (
    <Text size="sm" lineClamp={2} lh={1.3} title={text ?? undefined}>
      {text ?? '–'}
    </Text>
  )
}

export function AudioCell({ call }: { call: Call }) {
  if (call.audioUrl === null) return null
  return (
    <Text span c="dimmed" title={t('Has a recording')}>
      <IconMicrophone size={16} aria-hidden />
      <VisuallyHidden>{t('Has a recording')}</VisuallyHidden>
    </Text>
  )
}
