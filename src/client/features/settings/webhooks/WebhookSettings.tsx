import { Anchor, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Answered } from '../../../components/Answered.tsx'
import { T } from '../../../i18n/T.tsx'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { SettingsRows } from '../SettingsRow.tsx'
import { SettingsSection } from '../SettingsSection.tsx'
import { ShownOnceDialog } from '../ShownOnceDialog.tsx'
import { WebhookForm } from './WebhookForm.tsx'
import { WebhookRow } from './WebhookRow.tsx'

/** Where other programs are told of what becomes of calls. */
export function WebhookSettings() {
  const webhooks = trpc.webhooks.list.useQuery()
  const [shown, setShown] = useState<{ url: string; secret: string } | null>(null)
  return (
    <Stack gap="lg">
      <SettingsSection
        title={t('New webhook')}
        description={
          <T
            text="Ringback sends a message there when something happens to a call, and again until it gets through. Messages are signed as {standard} has it; demo calls send none."
            standard={
              <Anchor
                href="https://www.standardwebhooks.com"
                target="_blank"
                inherit
                underline="always"
              >
                Standard Webhooks
              </Anchor>
            }
          />
        }
      >
        <WebhookForm onCreated={setShown} />
      </SettingsSection>
      <SettingsSection title={t('Webhooks')}>
        <Answered query={webhooks} name={t('The webhooks')}>
          {(list) =>
            list.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('No program is told of anything yet.')}{' '}
                {t('Give an address above, and it is listed here with all that was sent there.')}
              </Text>
            ) : (
              <SettingsRows label={t('Webhooks')}>
                {list.map((endpoint) => (
                  <WebhookRow key={endpoint.id} endpoint={endpoint} onSecret={setShown} />
                ))}
              </SettingsRows>
            )
          }
        </Answered>
      </SettingsSection>
      <ShownOnceDialog
        title={t('The secret of the webhook')}
        label={t('The secret')}
        secret={shown?.secret ?? null}
        onClose={() => setShown(null)}
      >
        {t(
          'Give it to the program at {url}: with it, messages prove that they are ours. It is shown this once; if it is lost, make a new one.',
          { url: shown?.url ?? '' },
        )}
      </ShownOnceDialog>
    </Stack>
  )
}
