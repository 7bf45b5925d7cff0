import { Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { describeScheduleChanges } from '../../../server/domain/schedule-changes.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import { ConflictChoices } from '../../components/ConflictChoices.tsx'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { formatDateTime } from '../../lib/format-time.ts'
import { ChangeList } from './ChangeList.tsx'
import { clashesBetween } from './merge-schedules.ts'
import { joinWords } from './schedule-summary.ts'

type ConflictNoticeProps = {
  base: SavedScheduleConfig
  draft: ScheduleConfig
  theirs: SavedScheduleConfig
  onLoadTheirs: () => void
  onMerge: () => void
}

/** Two people edited at once: nothing is lost until one of them says what is to become of it. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { base, draft, theirs, onLoadTheirs, onMerge } = props
  const changes = describeScheduleChanges(base.config, theirs.config)
  const clashes = clashesBetween({ base: base.config, mine: draft, theirs: theirs.config })
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
          {changes.length > 0 ? ', with these changes:' : ', without a difference.'}
        </Text>
        {changes.length > 0 && (
          <ChangeList changes={changes} label="What the other person changed" />
        )}
        <Text size="sm">
          Your changes are not saved yet.
          {clashes.length > 0 &&
            ` You both changed ${joinWords(clashes)}: put on top, yours would replace theirs.`}
        </Text>
        <ConflictChoices onMerge={onMerge} onLoadTheirs={onLoadTheirs} />
      </Stack>
    </ToneNotice>
  )
}
