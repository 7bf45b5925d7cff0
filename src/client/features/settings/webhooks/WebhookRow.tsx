import { Badge, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { WebhookEndpoint } from '../../../../server/domain/webhook.schema.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { failureReason } from '../../../components/failure-reason.ts'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { SettingsRow } from '../SettingsRow.tsx'
import { sayFailed } from '../say.ts'
import { useOrganizationClock } from '../use-organization-clock.ts'
import { DeliveryLog } from './DeliveryLog.tsx'
import { endpointWords, eventWords } from './webhook-words.ts'

type WebhookRowProps = {
  endpoint: WebhookEndpoint
  onSecret: (shown: { url: string; secret: string }) => void
}

export function WebhookRow({ endpoint, onSecret }: WebhookRowProps) {
  const { id, url, events, isEnabled } = endpoint
  const { when } = useOrganizationClock()
  const utils = trpc.useUtils()
  const [isLogOpen, setIsLogOpen] = useState(false)
  const [isDeleting, setIsDeleting] = useState(false)
  const refresh = () => void utils.webhooks.invalidate()
  const test = trpc.webhooks.sendTest.useMutation({
    onSuccess: () => setIsLogOpen(true),
    onError: sayFailed(t('Nothing was sent')),
    onSettled: refresh,
  })
  const update = trpc.webhooks.update.useMutation({
    onError: sayFailed(t('The webhook stayed as it was')),
    onSettled: refresh,
  })
  const rotate = trpc.webhooks.rotateSecret.useMutation({
    onSuccess: ({ secret }) => onSecret({ url, secret }),
    onError: sayFailed(t('The secret stayed as it was')),
  })
  const remove = trpc.webhooks.delete.useMutation({
    onSuccess: () => setIsDeleting(false),
    onSettled: refresh,
  })
  return (
    <>
      <SettingsRow
        name={url}
        mark={events.map((event) => (
          <Badge key={event} variant="default" tt="none" fw={500}>
            {eventWords[event].name}
          </Badge>
        ))}
        details={endpointWords(endpoint, when)}
      >
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={!isEnabled}
            loading={test.isPending}
            onClick={() => test.mutate({ id })}
            aria-label={t('Send a test to {url}', { url })}
          >
            {t('Send a test')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-expanded={isLogOpen}
            onClick={() => setIsLogOpen((isOpen) => !isOpen)}
            aria-label={t('Messages to {url}', { url })}
          >
            {t('Messages')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                loading={update.isPending || rotate.isPending}
                rightSection={<IconChevronDown size={14} aria-hidden />}
                aria-label={t('More for {url}', { url })}
              >
                {t('More')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => update.mutate({ id, isEnabled: !isEnabled })}>
                {isEnabled ? t('Disable') : t('Enable')}
              </Menu.Item>
              <Menu.Item onClick={() => rotate.mutate({ id })}>{t('Make a new secret')}</Menu.Item>
              <Menu.Item onClick={() => setIsDeleting(true)}>{t('Delete')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </SettingsRow>
      {isLogOpen && <DeliveryLog endpointId={id} url={url} />}
      <ConfirmDialog
        isOpen={isDeleting}
        title={t('Delete this webhook?')}
        confirmLabel={t('Delete')}
        isPending={remove.isPending}
        problem={remove.error && failureReason(remove.error)}
        onConfirm={() => remove.mutate({ id })}
        onClose={() => setIsDeleting(false)}
      >
        {t('The program at {url} is told of nothing more, and its messages are forgotten.', {
          url,
        })}
      </ConfirmDialog>
    </>
  )
}
