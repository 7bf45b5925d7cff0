import { Group, Text } from '@mantine/core'
import type { Call } from '../../../server/domain/call.schema.ts'
import { tabOf } from '../../../server/domain/call-status.ts'
import { SampleMark } from '../../components/SampleMark.tsx'
import { StatusBadge } from '../../components/StatusBadge.tsx'
import { SelectBox } from './bulk/SelectBox.tsx'
import { CallActionsMenu } from './CallActionsMenu.tsx'
import classes from './CallCards.module.css'
import { AudioCell, FeedbackCell, NextTryCell, ScoreCell, TimeCell } from './CallResultCells.tsx'
import { useCallActions } from './call-actions-context.tsx'
import { FoundBeside, Highlighted, HighlightedPhone } from './Highlighted.tsx'
import { OpenCallLink } from './OpenCallLink.tsx'
import { vehicleModel } from './vehicle-words.ts'

export function CallCard({
  call,
  isFresh,
  isOpen,
}: {
  call: Call
  isFresh: boolean
  isOpen: boolean
}) {
  const { pendingFor } = useCallActions()
  const isCompleted = tabOf(call.status) === 'completed'
  const { vehicleNumber } = call.vehicleInfo
  const model = vehicleModel(call.vehicleInfo)
  return (
    <article
      className={classes.card}
      data-fresh={isFresh || undefined}
      aria-busy={pendingFor(call.id) !== null || undefined}
      aria-current={isOpen || undefined}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap={4} wrap="nowrap" miw={0}>
          <span className={classes.above}>
            <SelectBox call={call} />
          </span>
          <OpenCallLink call={call} isStretched />
        </Group>
        <StatusBadge status={call.status} />
      </Group>
      <Text size="sm" truncate>
        {vehicleNumber && <Highlighted text={vehicleNumber} />}
        {vehicleNumber && model && ' · '}
        {model}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {call.serviceType}
        {call.serviceType && call.serviceAdvisorName && ' · '}
        {call.serviceAdvisorName && <Highlighted text={call.serviceAdvisorName} />}
      </Text>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" c="dimmed" truncate>
          <span className="numeric">
            <HighlightedPhone value={call.phoneNumber} />
          </span>
        </Text>
        {call.isSample && <SampleMark />}
      </Group>
      <Text size="sm" c="dimmed" truncate className={classes.found}>
        <FoundBeside call={call} />
      </Text>
      {isCompleted && <FeedbackCell call={call} />}
      <Group justify="space-between" wrap="nowrap" gap="xs" mih={36}>
        <Group gap="sm" wrap="nowrap" miw={0}>
          <TimeCell call={call} />
          {isCompleted ? (
            <ScoreCell call={call} isInline />
          ) : (
            <span className={classes.above}>
              <NextTryCell call={call} />
            </span>
          )}
          <AudioCell call={call} />
        </Group>
        <span className={classes.above}>
          <CallActionsMenu call={call} />
        </span>
      </Group>
    </article>
  )
}
