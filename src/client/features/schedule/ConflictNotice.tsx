import { Stack, Text } from '@mantine/core'
import { IconRestore, IconUsers } from '@tabler/icons-react'
import { describeScheduleChanges } from '../../../server/domain/schedule-changes.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import { ConflictChoices } from '../../components/ConflictChoices.tsx'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { formatWhen } from '../../lib/format-time.ts'
import { ChangeList } from './ChangeList.tsx'
import {
  changeListLabels,
  clashWords,
  conflictChoices,
  conflictTitles,
  type SavedBy,
  savedWords,
} from './conflict-words.ts'
import { clashesBetween } from './merge-schedules.ts'
import { useServerNow } from './use-server-clock.ts'

type ConflictNoticeProps = {
  base: SavedScheduleConfig
  draft: ScheduleConfig
  theirs: SavedScheduleConfig
  savedBy: SavedBy
  onLoadTheirs: () => void
  onMerge: () => void
}

/** The schedule was saved under an edit: nothing is lost until somebody says what becomes of it. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { base, draft, theirs, savedBy, onLoadTheirs, onMerge } = props
  const changes = describeScheduleChanges(base.config, theirs.config)
  const clashes = clashesBetween({ base: base.config, mine: draft, theirs: theirs.config })
  const now = new Date(useServerNow()).toISOString()
  const when = formatWhen(theirs.savedAt, now, { timeZone: theirs.config.timeZone })
  return (
    <ToneNotice
      tone="middling"
      icon={savedBy === 'oneself' ? IconRestore : IconUsers}
      title={conflictTitles[savedBy]}
      role="alert"
    >
      <Stack gap="sm" mt={4}>
        <Text size="sm">{savedWords(savedBy, when, changes.length > 0)}</Text>
        {changes.length > 0 && <ChangeList changes={changes} label={changeListLabels[savedBy]} />}
        <Text size="sm">{clashWords(savedBy, clashes)}</Text>
        <ConflictChoices
          onMerge={onMerge}
          onLoadTheirs={onLoadTheirs}
          words={conflictChoices[savedBy]}
        />
      </Stack>
    </ToneNotice>
  )
}
