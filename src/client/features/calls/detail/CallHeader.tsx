import { CloseButton, CopyButton, Group, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { isLive } from '../../../../server/domain/call-status.ts'
import { OutcomeText } from '../../../components/OutcomeText.tsx'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import { StatusBadge } from '../../../components/StatusBadge.tsx'
import { useIsCallingStopped } from '../../../lib/is-calling-stopped.tsx'
import { CallActionButtons } from '../CallActionButtons.tsx'
import classes from '../CallDetailPanel.module.css'
import { useCallClock } from '../call-clock.tsx'
import { nextTryOf } from '../next-try.ts'

export type CallHeaderProps = { call: CallDetail; onClose: () => void }

export function CallHeader({ call, onClose }: CallHeaderProps) {
  const clock = useCallClock()
  const isStopped = useIsCallingStopped()
  const isSimulated = call.attempts.some(({ provider }) => provider === 'simulator')
  const isOver = call.status === 'completed' || call.status === 'canceled' || isLive(call.status)
  return (
    <div className={classes.header}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} lineClamp={2}>
          {call.customerName}
        </Title>
        <Group gap={4} wrap="nowrap">
          <CopyLink callId={call.id} />
          <CloseButton size="lg" onClick={onClose} aria-label="Close call details" />
        </Group>
      </Group>
      <Group gap="xs" mt={6} aria-live="polite">
        <StatusBadge status={call.status} />
        {call.outcome !== null && (
          <Text size="sm">
            <OutcomeText outcome={call.outcome} />
          </Text>
        )}
        {call.endTime && (
          <Text size="sm" c="dimmed">
            {clock.when(call.endTime)}
          </Text>
        )}
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

function CopyLink({ callId }: { callId: string }) {
  return (
    <CopyButton value={`${window.location.origin}/?call=${callId}`}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Link copied' : 'Copy link to this call'}>
          <UnstyledButton
            onClick={copy}
            aria-label={copied ? 'Link copied' : 'Copy link to this call'}
            p={7}
            lh={0}
          >
            {copied ? <IconCheck size={20} aria-hidden /> : <IconLink size={20} aria-hidden />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  )
}
