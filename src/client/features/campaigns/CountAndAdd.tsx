import { Button, Group, List, Text } from '@mantine/core'
import { IconListSearch, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CampaignAdded } from '../../../server/domain/campaign.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { addedCount, addedLines } from './campaign-words.ts'
import type { WantedVisits } from './wanted-visits.ts'

type CountAndAddProps = { campaignId: string; wanted: WantedVisits | null }
type Result = { wanted: WantedVisits | null; isCount: boolean; added: CampaignAdded }

/** Says what adding the chosen visits comes to before it is done, and afterwards what it came to. */
export function CountAndAdd({ campaignId, wanted }: CountAndAddProps) {
  const utils = trpc.useUtils()
  const [result, setResult] = useState<Result | null>(null)
  const add = trpc.campaigns.addRecords.useMutation({
    onSuccess(added, { dryRun = false }) {
      setResult({ wanted, isCount: dryRun, added })
      if (dryRun) return
      void utils.campaigns.invalidate()
      void utils.calls.invalidate()
    },
  })
  const shown = result?.wanted === wanted ? result : null
  const count = shown?.isCount ? addedCount(shown.added) : 0
  const send = (dryRun: boolean) => {
    if (wanted !== null) add.mutate({ id: campaignId, visits: wanted, dryRun })
  }
  return (
    <div>
      <Group gap="sm">
        <Button
          variant="default"
          disabled={wanted === null}
          loading={add.isPending && add.variables.dryRun === true}
          leftSection={<IconListSearch size={18} aria-hidden />}
          onClick={() => send(true)}
        >
          {t('Count them')}
        </Button>
        {count > 0 && (
          <Button
            loading={add.isPending && add.variables.dryRun === false}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => send(false)}
          >
            {plural(count, 'Add {n} visit', 'Add {n} visits')}
          </Button>
        )}
      </Group>
      <div role="status">{shown && <Outcome {...shown} />}</div>
      {add.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" mt="xs">
          {add.variables?.dryRun
            ? t('Not counted: {reason}', { reason: failureReason(add.error) })
            : t('Not added: {reason}', { reason: failureReason(add.error) })}
        </Text>
      )}
    </div>
  )
}

function Outcome({ isCount, added }: Result) {
  const lines = addedLines(added)
  if (lines.length === 0) {
    return (
      <Text size="sm" mt="xs">
        {t('No visits ended then.')}
      </Text>
    )
  }
  return (
    <>
      <Text size="sm" mt="xs">
        {isCount ? t('This would add:') : t('Done:')}
      </Text>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </>
  )
}
