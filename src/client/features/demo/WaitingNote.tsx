import { Text } from '@mantine/core'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { onAnyNetwork } from './any-network.ts'

const ASK_AGAIN_MS = 2000

/** What a started call still waits for, such as a free line; nothing is said while nothing holds it. */
export function WaitingNote({ callId }: { callId: string }) {
  const answer = trpc.calls.whyNotNow.useQuery(
    { id: callId },
    { ...onAnyNetwork, refetchInterval: ASK_AGAIN_MS },
  )
  const reasons = (answer.data?.gates ?? []).filter(({ pass }) => !pass).map(({ reason }) => reason)
  if (reasons.length === 0) return null
  return (
    <Text size="sm" role="status">
      {t('Waits to be placed: {reasons}.', { reasons: reasons.map(ofServer).join('; ') })}
    </Text>
  )
}
