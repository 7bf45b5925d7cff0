import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { failureReason } from '../components/failure-reason.ts'
import { useCallClock } from '../features/calls/call-clock.tsx'
import { t } from '../i18n/t.ts'
import { withReadersClock } from '../lib/format-time.ts'
import { useRights, useWhyNot } from '../lib/rights.tsx'
import { trpc } from '../lib/trpc.ts'
import { useSetPaused } from '../lib/use-set-paused.ts'
import classes from './PauseNotice.module.css'

const ASK_AGAIN_MS = 20_000

/** Said on every page for as long as no call goes out, with the way to go on. */
export function PauseNotice() {
  const isReader = useRights().has('schedule.read')
  const often = { enabled: isReader, refetchInterval: ASK_AGAIN_MS }
  const { data: stopped } = trpc.scheduleConfig.pauseState.useQuery(undefined, often)
  const { data: isPaused } = trpc.scheduleConfig.get.useQuery(undefined, {
    ...often,
    select: ({ config }) => config.paused,
  })
  // There the pause stands at the head of the page.
  const isOnSchedule = useLocation({ select: ({ pathname }) => pathname === '/schedule' })
  return (
    <div role="status">
      {stopped?.autoPause && <StoppedNotice {...stopped.autoPause} />}
      {isPaused && !isOnSchedule && <PausedNotice />}
    </div>
  )
}

function StoppedNotice({ since, reason }: { since: string; reason: string }) {
  const utils = trpc.useUtils()
  const { when, locale } = useCallClock()
  const resume = trpc.scheduleConfig.resume.useMutation({
    onSuccess: (state) => {
      utils.scheduleConfig.pauseState.setData(undefined, state)
      void utils.calls.whyNotNow.invalidate()
    },
  })
  return (
    <Notice
      words={t('Calling stopped by itself {when}. {reason}', {
        when: when(since),
        reason: withReadersClock(reason, locale),
      })}
      problem={resume.error && failureReason(resume.error)}
      action={t('Go on calling')}
      isPending={resume.isPending}
      onAction={() => resume.mutate()}
    />
  )
}

function PausedNotice() {
  const { setPaused, isPending, problem } = useSetPaused()
  return (
    <Notice
      words={t('Calling is paused: no call goes out.')}
      problem={problem}
      action={t('Resume calling')}
      isPending={isPending}
      onAction={() => void setPaused(false)}
    />
  )
}

type NoticeProps = {
  words: ReactNode
  problem: string | null
  action: string
  isPending: boolean
  onAction: () => void
}

function Notice({ words, problem, action, isPending, onAction }: NoticeProps) {
  const whyNot = useWhyNot('schedule.change', 'pause and resume calling')
  return (
    <div className={classes.notice}>
      <IconPlayerPause size={18} aria-hidden className={classes.icon} />
      <p className={classes.words}>
        {words}
        {whyNot && ` ${whyNot}`}
        {problem && <strong> {t('It did not go on: {problem}', { problem })}</strong>}
      </p>
      {whyNot === null && (
        <Button
          size="xs"
          loading={isPending}
          onClick={onAction}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
        >
          {action}
        </Button>
      )}
    </div>
  )
}
