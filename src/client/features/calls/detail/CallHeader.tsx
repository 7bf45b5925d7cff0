import { Group, Text, Title } from '@mantine/core'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { isLive } from '../../../../server/domain/call-status.ts'
import { OutcomeText } from '../../../components/OutcomeText.tsx'
import { SampleMark } from '../../../components/SampleMark.tsx'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import { StatusBadge } from '../../../components/StatusBadge.tsx'
import { outcomeWords, statusLooks } from '../../../components/status-looks.ts'
import { useIsCallingStopped } from '../../../lib/is-calling-stopped.tsx'
import { CallActionButtons } from '../CallActionButtons.tsx'
import classes from '../CallDetailPanel.module.css'
import { useCallClock } from '../call-clock.tsx'
import { nextTryOf } from '../next-try.ts'

export function CallHeader({ call }: { call: CallDetail }) {
  const clock = useCallClock()
  const isStopped = useIsCallingStopped()
  const isSimulated = call.attempts.some(({ provider }) => provider === 'simulator')
  const isOver = call.status === 'completed' || call.status === 'canceled' || isLive(call.status)
  return (
    <div className={classes.header}>
      <Title order={2} lineClamp={2}>
        {call.customerName}
      </Title>
      <Group gap="xs" mt={6} aria-live="polite">
        <StatusBadge status={call.status} />
        {call.outcome !== null && outcomeWords[call.outcome] !== statusLooks[call.status].word && (
          <Text size="sm">
            <OutcomeText outcome={call.outcome} />
          </Text>
        )}
        {call.endTime && (
          <Text size="sm" c="dimmed">
            {clock.when(call.endTime)}
          </Text>
        )}
        {call.isSample && <SampleMark />}
        {isSimulated && <SimulatedMark />}
      </Group>
      {!isOver && (
        <Text size="sm" mt="xs" fw={500}>
          {nextTryOf(call, clock, isStopped).words}
        </Text>
      )}
      <CallActionButtons call={call} mt="sm" />
    </div>
  )
}
