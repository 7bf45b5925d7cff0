import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { formatDateTime } from '../../lib/format-time.ts'
import { changedParts, nameParts } from './merge-schedules.ts'
import type { SavedSchedule } from './use-schedule-editor.ts'

type ConflictNoticeProps = {
  base: SavedSchedule
  theirs: SavedSchedule
  onLoadTheirs: () => void
  onMerge: () => void
}

/** Two people edited at once: nothing is lost until one of them says what is to become of it. */
export function ConflictNotice({ base, theirs, onLoadTheirs, onMerge }: ConflictNoticeProps) {
  const parts = changedParts(base.config, theirs.config)
  return (
    <Alert
      color="orange"
      icon={<IconUsers aria-hidden />}
      title="Someone else saved this schedule while you were editing"
      role="alert"
    >
      <Stack gap="sm">
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
    </Alert>
  )
}
