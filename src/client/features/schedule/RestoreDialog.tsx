import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { describeScheduleChanges } from '../../../server/domain/schedule-changes.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import type { ScheduleVersion } from '../../../server/domain/schedule-history.schema.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { ChangeList } from './ChangeList.tsx'

type RestoreDialogProps = {
  /** Kept while the dialog fades out, so that it does not fall empty before it is gone. */
  version: ScheduleVersion | null
  isOpen: boolean
  current: SavedScheduleConfig
  isDirty: boolean
  onTry: (config: ScheduleConfig) => void
  onRestored: (saved: SavedScheduleConfig) => void
  onClose: () => void
}

/** Says what bringing an older version back would change, and does it. */
export function RestoreDialog({ version, isOpen, onClose, ...rest }: RestoreDialogProps) {
  return (
    <Dialog
      opened={isOpen && version !== null}
      onClose={onClose}
      title={t('Restore version {version}?', { version: String(version?.version ?? '') })}
      centered
    >
      {version && (
        <RestoreForm key={version.version} version={version} onClose={onClose} {...rest} />
      )}
    </Dialog>
  )
}

type RestoreFormProps = Omit<RestoreDialogProps, 'version' | 'isOpen'> & {
  version: ScheduleVersion
}

function RestoreForm(props: RestoreFormProps) {
  const { version, current, isDirty, onTry, onRestored, onClose } = props
  const utils = trpc.useUtils()
  const restore = trpc.scheduleConfig.restore.useMutation({
    onSuccess: (saved) => {
      onRestored(saved)
      utils.scheduleConfig.get.setData(undefined, saved)
      void utils.scheduleConfig.history.invalidate()
      notifications.show({
        color: 'teal',
        position: 'top-right',
        message: t('Version {version} is back. It holds from now on.', {
          version: String(version.version),
        }),
      })
      onClose()
    },
    onError: (error) => {
      if (failureCode(error) !== 'CONFLICT') return
      void utils.scheduleConfig.get.invalidate()
      void utils.scheduleConfig.history.invalidate()
    },
  })
  const changes = describeScheduleChanges(current.config, version.config)
  return (
    <Stack gap="sm">
      {changes.length === 0 ? (
        <Text size="sm">{t('It is the same as the schedule in use.')}</Text>
      ) : (
        <>
          <Text size="sm">{t('This would change:')}</Text>
          <ChangeList changes={changes} label={t('What would change')} />
        </>
      )}
      {isDirty && (
        <Text size="sm" c="dimmed">
          {t('What you edited and did not save stays; you will be asked what to do with it.')}
        </Text>
      )}
      {restore.error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('Not restored: {reason}', { reason: failureReason(restore.error) })}
        </Text>
      )}
      <Group justify="flex-end" gap="sm" mt="xs">
        <Button variant="default" onClick={onClose} disabled={restore.isPending}>
          {t('Back')}
        </Button>
        <Button
          variant="default"
          disabled={restore.isPending}
          onClick={() => {
            onTry(version.config)
            onClose()
          }}
        >
          {t('Try it in the fields')}
        </Button>
        <Button
          data-autofocus
          loading={restore.isPending}
          onClick={() =>
            restore.mutate({ version: version.version, expectedVersion: current.version })
          }
        >
          {t('Restore')}
        </Button>
      </Group>
    </Stack>
  )
}
