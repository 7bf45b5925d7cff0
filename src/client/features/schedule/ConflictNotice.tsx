import { Button, Group, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { formatDateTime } from '../../lib/format-time.ts'
import { changedParts, nameParts } from './merge-schedules.ts'

type ConflictNoticeProps = {
  base: SavedScheduleConfig
  theirs: SavedScheduleConfig
  onLoadTheirs: () => void
  onMerge: () => void
}

/** Two people edited at once: nothing is lost until one of them says what is to become of it. */
export function ConflictNotice({ base, theirs, onLoadTheirs, onMerge }: ConflictNoticeProps) {
  const parts = changedParts(base.config, theirs.config)
  return (
    <ToneNotice
      tone="middling"
      icon={IconUsers}
      title="Someone else saved this schedule while you were editing"
      role="alert"
    >
      <Stack gap="sm" mt={4}>
        <Text size="sm">
          Saved {formatDateTime(theirs.savedAt)}
          {parts.length > 0 ? `, with changes to: ${nameParts(parts)}.` : ', without a difference.'}{' '}
          Your changes are not saved yet.
        </Text>
        <Group gap="sm">
          <Button size="xs" onClick={onMerge}>
            Put my changes on top of theirs
          </Button>
          <Button size="xs" variant="default" onClick={onLoadTheirs}>
            Load theirs and drop mine
          </Button>
        </Group>
      </Stack>
    </ToneNotice>
  )
}
