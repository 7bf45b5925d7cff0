import { Anchor, Badge, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ApiKey } from '../../../server/domain/api-key.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { CreateKeyForm } from './CreateKeyForm.tsx'
import { SettingsRow, SettingsRows } from './SettingsRow.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { scopeWords } from './scope-words.ts'
import { useOrganizationClock } from './use-organization-clock.ts'

/** The keys by which other programs reach the organization. */
export function KeySettings() {
  const keys = trpc.apiKeys.list.useQuery()
  return (
    <Stack gap="lg">
      <SettingsSection
        title={t('New key')}
        description={
          <>
            {t(
              'A key lets a program, such as your workshop’s own system, act here in its own name.',
            )}{' '}
            <Anchor href="/api/docs" target="_blank" inherit underline="always">
              {t('API reference')}
            </Anchor>
          </>
        }
      >
        <CreateKeyForm />
      </SettingsSection>
      <SettingsSection title={t('Keys in use')}>
        <Answered query={keys} name={t('The keys')}>
          {(list) =>
            list.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('No program has a key yet.')}{' '}
                {t('Make one above: it is listed here, with when it was last used.')}
              </Text>
            ) : (
              <SettingsRows label={t('Keys in use')}>
                {list.map((apiKey) => (
                  <KeyRow key={apiKey.id} apiKey={apiKey} />
                ))}
              </SettingsRows>
            )
          }
        </Answered>
      </SettingsSection>
    </Stack>
  )
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const { id, name, start, scopes, createdAt, lastUsedAt } = apiKey
  const { when } = useOrganizationClock()
  const utils = trpc.useUtils()
  const [isAsking, setIsAsking] = useState(false)
  const revoke = trpc.apiKeys.revoke.useMutation({
    onSuccess: () => setIsAsking(false),
    onSettled: () => void utils.apiKeys.list.invalidate(),
  })
  return (
    <SettingsRow
      name={name}
      mark={scopes.map((scope) => (
        <Badge key={scope} variant="default" tt="none" fw={500}>
          {scopeWords[scope].name}
        </Badge>
      ))}
      details={
        <>
          <span style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}>{start}…</span> ·{' '}
          {t('made {when}', { when: when(createdAt) })} ·{' '}
          {lastUsedAt === null
            ? t('never used')
            : t('last used {when}', { when: when(lastUsedAt) })}
        </>
      }
    >
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          revoke.reset()
          setIsAsking(true)
        }}
        aria-label={t('Revoke {name}', { name })}
      >
        {t('Revoke')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Revoke {name}?', { name })}
        confirmLabel={t('Revoke')}
        isPending={revoke.isPending}
        problem={revoke.error && failureReason(revoke.error)}
        onConfirm={() => revoke.mutate({ id })}
        onClose={() => setIsAsking(false)}
      >
        {t('The program that uses this key is shut out at once, and for good.')}
      </ConfirmDialog>
    </SettingsRow>
  )
}
