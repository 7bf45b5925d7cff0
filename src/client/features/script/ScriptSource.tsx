import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { SavedCallScript } from '../../../server/domain/call-script-version.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import type { ScriptEditing } from './use-script-editor.ts'

type ScriptSourceProps = {
  saved: SavedCallScript
  isCampaign: boolean
  editor: Pick<ScriptEditing, 'reset' | 'isSaving' | 'saveError'>
}

/** Where the words come from, and the way back to those beneath. */
export function ScriptSource({ saved, isCampaign, editor }: ScriptSourceProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { fully } = useOrganizationPlace()
  const mayChange = useRights().has('schedule.change')
  const isOwn = saved.source === (isCampaign ? 'campaign' : 'organization')
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed">
        {sourceWords(saved, { isCampaign, mayChange })}
        {isOwn &&
          saved.savedAt !== null &&
          ` ${t('Saved {when}.', { when: fully(saved.savedAt) })}`}
      </Text>
      {isOwn && mayChange && (
        <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
          {isCampaign
            ? t('Go back to the organization’s script')
            : t('Go back to the built-in script')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={
          isCampaign
            ? t('Go back to the organization’s script?')
            : t('Go back to the built-in script?')
        }
        confirmLabel={t('Go back')}
        isPending={editor.isSaving}
        problem={editor.saveError}
        onConfirm={() => editor.reset(() => setIsAsking(false))}
        onClose={() => setIsAsking(false)}
      >
        {isCampaign
          ? t(
              'The next calls speak from the organization’s script, and what is written here is no longer said.',
            )
          : t(
              'The next calls speak from the built-in script, and what is written here is no longer said.',
            )}
      </ConfirmDialog>
    </Group>
  )
}

function sourceWords(
  { source }: SavedCallScript,
  { isCampaign, mayChange }: { isCampaign: boolean; mayChange: boolean },
): string {
  const invite = (words: string, invitation: string) =>
    mayChange ? `${words} ${invitation}` : words
  if (!isCampaign) {
    return source === 'organization'
      ? t('What every call says, unless its campaign has words of its own.')
      : invite(t('The script that comes with Ringback.'), t('Change anything to make it yours.'))
  }
  if (source === 'campaign') return t('What this campaign’s calls say.')
  return invite(
    source === 'organization'
      ? t('This campaign speaks from the organization’s script.')
      : t('This campaign speaks from the built-in script.'),
    t('What you change here is for this campaign alone.'),
  )
}
