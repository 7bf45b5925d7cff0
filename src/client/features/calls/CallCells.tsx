import { Badge, Group, Text } from '@mantine/core'
import type { Call, VehicleInfo } from '../../../server/domain/call.schema.ts'
import { OutcomeText } from '../../components/OutcomeText.tsx'
import { StatusBadge } from '../../components/StatusBadge.tsx'
import { plural, t } from '../../i18n/t.ts'
import { formatDuration } from '../../lib/format-time.ts'
import { usePhoneWords } from '../../lib/phone-words.ts'
import { SelectBox } from './bulk/SelectBox.tsx'
import classes from './CallsTable.module.css'
import { Highlighted } from './Highlighted.tsx'
import { OpenCallLink } from './OpenCallLink.tsx'
import { vehicleModel } from './vehicle-words.ts'

const NOTHING = '–'

export function CustomerCell({ call }: { call: Call }) {
  return (
    <div className={classes.customer}>
      <SelectBox call={call} />
      <div className={classes.names}>
        <OpenCallLink call={call} tabIndex={-1} />
        <Text size="xs" c="dimmed" truncate>
          {call.isDemo ? t('Demo call') : `${t('Order')} `}
          {!call.isDemo && <Highlighted text={call.externalId} />}
        </Text>
      </div>
    </div>
  )
}

export function VehicleCell({ vehicle }: { vehicle: VehicleInfo }) {
  const model = vehicleModel(vehicle)
  return (
    <>
      <Text size="sm" truncate className="numeric">
        <Highlighted text={vehicle.vehicleNumber ?? NOTHING} />
      </Text>
      {model && (
        <Text size="xs" c="dimmed" truncate title={model}>
          {model}
        </Text>
      )}
    </>
  )
}

export function PlainCell({ text }: { text: string | null }) {
  return (
    <Text size="sm" truncate title={text ?? undefined}>
      <Highlighted text={text ?? NOTHING} />
    </Text>
  )
}

export function PhoneCell({ phoneNumber }: { phoneNumber: string }) {
  return (
    <Text size="sm" truncate>
      <span className="numeric">
        <Highlighted text={usePhoneWords(phoneNumber)} />
      </span>
    </Text>
  )
}

export function StatusCell({ call }: { call: Call }) {
  return (
    <>
      <StatusBadge status={call.status} />
      <Text size="xs" c="dimmed" truncate mt={2}>
        <StatusNote call={call} />
      </Text>
    </>
  )
}

function StatusNote({ call }: { call: Call }) {
  const { outcome, status, attemptCount, durationSec } = call
  if (status === 'completed' && outcome === 'answered' && durationSec !== null) {
    return t('Talked {time}', { time: formatDuration(durationSec) })
  }
  if (outcome !== null && outcome !== 'canceled') return <OutcomeText outcome={outcome} />
  return attemptCount === 0 ? t('Not called yet') : attemptWords(attemptCount)
}

const attemptWords = (count: number) => plural(count, 'Tried once', 'Tried {n} times')

const SHOWN_TAGS = 2

export function TagsCell({ tags }: { tags: readonly string[] }) {
  const hidden = tags.length - SHOWN_TAGS
  return (
    <Group gap={4} wrap="wrap" title={tags.join(', ')} mah="2.75rem" style={{ overflow: 'hidden' }}>
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <TagBadge key={tag} tag={tag} />
      ))}
      {hidden > 0 && (
        <Text span size="xs" c="dimmed">
          +{hidden}
        </Text>
      )}
    </Group>
  )
}

export function TagBadge({ tag }: { tag: string }) {
  return (
    <Badge variant="default" size="sm" fw={500} tt="none" maw="8rem">
      <Highlighted text={tag} />
    </Badge>
  )
}
