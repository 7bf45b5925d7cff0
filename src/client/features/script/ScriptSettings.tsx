import { Group, Stack, Title } from '@mantine/core'
import { Answered } from '../../components/Answered.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { OwnerSelect } from './OwnerSelect.tsx'
import { ScriptForm } from './ScriptForm.tsx'

/** What calls say and how they listen, to read, to write and to try. */
export function ScriptSettings({ campaignId }: { campaignId: string | null }) {
  const saved = trpc.callScript.get.useQuery({ campaignId })
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <Title order={1}>{t('What calls say')}</Title>
        <OwnerSelect campaignId={campaignId} />
      </Group>
      <Answered query={saved} name={t('The script')}>
        {(newest) => <ScriptForm key={campaignId ?? 'organization'} {...{ newest, campaignId }} />}
      </Answered>
    </Stack>
  )
}
