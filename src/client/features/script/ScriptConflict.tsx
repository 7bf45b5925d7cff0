import { Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { SavedCallScript } from '../../../server/domain/call-script-version.schema.ts'
import { ConflictChoices } from '../../components/ConflictChoices.tsx'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { formatDateTime } from '../../lib/format-time.ts'

type ScriptConflictProps = {
  theirs: SavedCallScript
  onMerge: () => void
  onLoadTheirs: () => void
}

/** Two people wrote at once: nothing is lost until one of them says what is to become of it. */
export function ScriptConflict({ theirs, onMerge, onLoadTheirs }: ScriptConflictProps) {
  const when = theirs.savedAt === null ? '' : ` on ${formatDateTime(theirs.savedAt)}`
  return (
    <ToneNotice
      tone="middling"
      icon={IconUsers}
      title="Someone else saved this script while you were writing"
      role="alert"
    >
      <Text size="sm" mb="xs">
        Saved{when}. Your changes are not saved yet.
      </Text>
      <ConflictChoices onMerge={onMerge} onLoadTheirs={onLoadTheirs} />
    </ToneNotice>
  )
}
