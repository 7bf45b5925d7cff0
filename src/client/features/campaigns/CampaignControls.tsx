import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
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
      notifications.show({ color: 'tide', message: t('“{name}” is deleted.', { name }) })
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
        aria-label={isPaused ? t('Resume {name}', { name }) : t('Pause {name}', { name })}
        leftSection={
          isPaused ? (
            <IconPlayerPlay size={16} aria-hidden />
          ) : (
            <IconPlayerPause size={16} aria-hidden />
          )
        }
        onClick={() => pause.mutate({ id, isPaused: !isPaused })}
      >
        {isPaused ? t('Resume') : t('Pause')}
      </Button>
      {progress.calls === 0 && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('Delete {name}', { name })}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setIsAsking(true)}
        >
          {t('Delete')}
        </Button>
      )}
      {pause.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {isPaused
            ? t('Not resumed: {reason}', { reason: failureReason(pause.error) })
            : t('Not paused: {reason}', { reason: failureReason(pause.error) })}
        </Text>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Delete “{name}”?', { name })}
        confirmLabel={t('Delete campaign')}
        keepLabel={t('Keep it')}
        isPending={remove.isPending}
        problem={
          remove.error && t('Not deleted: {reason}', { reason: failureReason(remove.error) })
        }
        onConfirm={() => remove.mutate({ id })}
        onClose={() => setIsAsking(false)}
      >
        {t('It has no calls yet. Its name, dates and schedule go with it; this cannot be undone.')}
      </ConfirmDialog>
    </>
  )
}
