import { Button, EmptyState, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import {
  IconAlertTriangle,
  IconPhoneOutgoing,
  IconPlayerPlay,
  IconRefresh,
} from '@tabler/icons-react'
import type { CallDetail } from '../../../server/domain/call.schema.ts'
import { isLive } from '../../../server/domain/call-status.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { PhoneNumber } from '../../components/PhoneNumber.tsx'
import { StatusBadge } from '../../components/StatusBadge.tsx'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { DemoResult } from './DemoResult.tsx'
import { DemoSteps } from './DemoSteps.tsx'
import type { DemoCallState } from './use-demo-call.ts'
import { WaitingNote } from './WaitingNote.tsx'

type DemoStageProps = {
  demo: DemoCallState
  /** Null until a call was set up here, since only then it is known what to run again. */
  onRunAgain: (() => void) | null
}

export function DemoStage({ demo, onRunAgain }: DemoStageProps) {
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      aria-label={t('The demo call')}
    >
      <Stage demo={demo} onRunAgain={onRunAgain} />
    </Paper>
  )
}

function Stage({ demo, onRunAgain }: DemoStageProps) {
  const { call } = demo
  if (demo.callId === null || demo.isGone) {
    return (
      <EmptyState
        icon={<IconPhoneOutgoing aria-hidden />}
        title={demo.isGone ? t('That demo call was removed') : t('No demo call yet')}
        description={t(
          'Choose a scenario and create the call; it is then followed here, step by step.',
        )}
      />
    )
  }
  if (call.isError && !call.data) {
    return (
      <FailureNotice
        title={t('The demo call could not be loaded')}
        message={failureReason(call.error)}
        onRetry={() => void call.refetch()}
        isRetrying={call.isFetching}
      />
    )
  }
  if (!call.data) {
    return (
      <div role="status" aria-label={t('Loading the demo call')}>
        <Skeleton height={320} />
      </div>
    )
  }
  return <RunningCall call={call.data} demo={demo} onRunAgain={onRunAgain} />
}

// What a presenter does next; on a small screen this also brings the call into sight.
const focusOnMount = (button: HTMLButtonElement | null) => button?.focus()

function RunningCall({ call, demo, onRunAgain }: DemoStageProps & { call: CallDetail }) {
  const { make, model, vehicleNumber } = call.vehicleInfo
  const vehicle = [make, model, vehicleNumber].filter((word) => word).join(' ')
  const isWaiting = call.status === 'ready'
  const isQueued = isWaiting && call.dueAt !== null
  const isOver = !isWaiting && !isLive(call.status)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2}>{call.customerName}</Title>
          <Text size="sm" c="dimmed">
            <PhoneNumber value={call.phoneNumber} />
            {vehicle && ` · ${vehicle}`}
          </Text>
        </div>
        <div role="status">
          <StatusBadge status={call.status} />
        </div>
      </Group>
      <DemoSteps call={call} />
      {demo.startError && (
        <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title={t('Not started')}>
          {failureReason(demo.startError)}
        </ToneNotice>
      )}
      {isWaiting && (
        <Button
          key={call.id}
          ref={focusOnMount}
          size="md"
          loading={demo.isStarting || isQueued}
          onClick={() => demo.start(call.id)}
          leftSection={<IconPlayerPlay size={20} aria-hidden />}
        >
          {t('Start the call')}
        </Button>
      )}
      {isQueued && <WaitingNote callId={call.id} />}
      {isOver && <DemoResult call={call} />}
      {isOver && onRunAgain && (
        <Button
          variant="default"
          loading={demo.isMaking || demo.isStarting}
          onClick={onRunAgain}
          leftSection={<IconRefresh size={18} aria-hidden />}
        >
          {t('Run it again')}
        </Button>
      )}
    </Stack>
  )
}
