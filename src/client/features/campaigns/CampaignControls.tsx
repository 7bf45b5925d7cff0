import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { trpc } from '../../lib/trpc.ts'
import { useKeepCampaign } from './use-keep-campaign.ts'

type CampaignControlsProps = { campaign: Campaign; onDeleted?: () => void }

/** Pauses a campaign or lets it go on, and deletes one that has no calls. */
export function CampaignControls({ campaign, onDeleted }: CampaignControlsProps) {
  const { id, name, isPaused, progress } = campaign
  const utils = trpc.useUtils()
  const keep = useKeepCampaign()
  const [isAsking, setIsAsking] = useState(false)
  const pause = trpc.campaigns.pause.useMutation({ onSuccess: keep })
  const remove = trpc.campaigns.delete.useMutation({
    onSuccess() {
      setIsAsking(false)
      notifications.show({ color: 'tide', message: `“${name}” is deleted.` })
      onDeleted?.()
      void utils.campaigns.list.invalidate()
      void utils.calls.facets.invalidate()
    },
  })
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={pause.isPending}
        aria-label={`${isPaused ? 'Resume' : 'Pause'} ${name}`}
        leftSection={
          isPaused ? (
            <IconPlayerPlay size={16} aria-hidden />
          ) : (
            <IconPlayerPause size={16} aria-hidden />
          )
        }
        onClick={() => pause.mutate({ id, isPaused: !isPaused })}
      >
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
      {progress.calls === 0 && (
        <Button
          size="xs"
          variant="default"
          aria-label={`Delete ${name}`}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setIsAsking(true)}
        >
          Delete
        </Button>
      )}
      {pause.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {isPaused ? 'Not resumed' : 'Not paused'}: {failureReason(pause.error)}
        </Text>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={`Delete “${name}”?`}
        confirmLabel="Delete campaign"
        keepLabel="Keep it"
        isPending={remove.isPending}
        problem={remove.error && `Not deleted: ${failureReason(remove.error)}`}
        onConfirm={() => remove.mutate({ id })}
        onClose={() => setIsAsking(false)}
      >
        It has no calls yet. Its name, dates and schedule go with it; this cannot be undone.
      </ConfirmDialog>
    </>
  )
}
