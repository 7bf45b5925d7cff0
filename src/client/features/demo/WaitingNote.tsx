import { Text } from '@mantine/core'
import { ofServer, t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import { onAnyNetwork } from './any-network.ts'

const ASK_AGAIN_MS = 2000

/**
 * What a started call still waits for, such as a free line, and of a pause who may end it; nothing is
 * said while nothing holds it.
 */
export function WaitingNote({ callId }: { callId: string }) {
  const answer = trpc.calls.whyNotNow.useQuery(
    { id: callId },
    { ...onAnyNetwork, refetchInterval: ASK_AGAIN_MS },
  )
  const whyNotResume = useWhyNot('schedule.change', 'pause and resume calling')
  const closed = (answer.data?.gates ?? []).filter(({ pass }) => !pass)
  if (closed.length === 0) return null
  const reasons = closed.map(({ reason }) => reason)
  const isPaused = closed.some(({ name }) => name === 'paused' || name === 'auto_paused')
  return (
    <Text size="sm" role="status">
      {t('Waits to be placed: {reasons}.', { reasons: reasons.map(ofServer).join('; ') })}
      {isPaused && ` ${whyNotResume ?? t('Resume calling at the head of any page.')}`}
    </Text>
  )
}
