import { Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { SavedCallScript } from '../../../server/domain/call-script-version.schema.ts'
import { ConflictChoices } from '../../components/ConflictChoices.tsx'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'

type ScriptConflictProps = {
  theirs: SavedCallScript
  onMerge: () => void
  onLoadTheirs: () => void
}

/** Two people wrote at once: nothing is lost until one of them says what is to become of it. */
export function ScriptConflict({ theirs, onMerge, onLoadTheirs }: ScriptConflictProps) {
  const { fully } = useOrganizationPlace()
  return (
    <ToneNotice
      tone="middling"
      icon={IconUsers}
      title={t('Someone else saved this script while you were writing')}
      role="alert"
    >
      <Text size="sm" mb="xs">
        {theirs.savedAt === null
          ? t('Saved. Your changes are not saved yet.')
          : t('Saved on {when}. Your changes are not saved yet.', {
              when: fully(theirs.savedAt),
            })}
      </Text>
      <ConflictChoices onMerge={onMerge} onLoadTheirs={onLoadTheirs} />
    </ToneNotice>
  )
}
