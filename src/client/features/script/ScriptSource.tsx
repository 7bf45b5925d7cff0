import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { SavedCallScript } from '../../../server/domain/call-script-version.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
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
  const beneath = isCampaign ? 'the organization’s script' : 'the built-in script'
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed">
        {sourceWords(saved, { isCampaign, mayChange })}
        {isOwn && saved.savedAt !== null && ` Saved ${fully(saved.savedAt)}.`}
      </Text>
      {isOwn && mayChange && (
        <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
          Go back to {beneath}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={`Go back to ${beneath}?`}
        confirmLabel="Go back"
        isPending={editor.isSaving}
        problem={editor.saveError}
        onConfirm={() => editor.reset(() => setIsAsking(false))}
        onClose={() => setIsAsking(false)}
      >
        The next calls speak from {beneath}, and what is written here is no longer said.
      </ConfirmDialog>
    </Group>
  )
}

function sourceWords(
  { source }: SavedCallScript,
  { isCampaign, mayChange }: { isCampaign: boolean; mayChange: boolean },
): string {
  if (!isCampaign) {
    if (source === 'organization') {
      return 'What every call says, unless its campaign has words of its own.'
    }
    const invitation = mayChange ? ' Change anything to make it yours.' : ''
    return `The script that comes with Ringback.${invitation}`
  }
  if (source === 'campaign') return 'What this campaign’s calls say.'
  const whose = source === 'organization' ? 'the organization’s' : 'the built-in'
  const invitation = mayChange ? ' What you change here is for this campaign alone.' : ''
  return `This campaign speaks from ${whose} script.${invitation}`
}
