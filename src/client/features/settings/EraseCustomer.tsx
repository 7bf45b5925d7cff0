import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { customerEraseSchema, type Erased } from '../../../server/domain/customer.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { describeErased } from './describe-erased.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Removes a customer who asks for it, by the phone number. */
export function EraseCustomer() {
  const utils = trpc.useUtils()
  const [asked, setAsked] = useState<string | null>(null)
  const [done, setDone] = useState<Erased | null>(null)
  const erase = trpc.customers.erase.useMutation({
    onSuccess: (erased) => {
      setDone(erased)
      set('phoneNumber', '')
      void utils.calls.invalidate()
    },
    onSettled: () => setAsked(null),
  })
  const { field, set, submit } = useCheckedForm({
    schema: customerEraseSchema,
    initial: { phoneNumber: '' },
    error: erase.error,
    onSubmit: ({ phoneNumber }) => {
      setDone(null)
      erase.reset()
      setAsked(phoneNumber)
    },
  })
  const isNamed = (erase.error?.data?.issues?.length ?? 0) > 0
  return (
    <SettingsSection
      title={t('Erase a customer')}
      description={t(
        'For a customer who asks for it. Their visits and calls go with name, number, transcript and recording, here and in what the audit log holds about them. A score stays, without them, and the number is not called again.',
      )}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('Phone number of the customer')}
            type="tel"
            autoComplete="off"
            maw="20rem"
            {...field('phoneNumber')}
          />
          {erase.isError && !isNamed && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('Nothing was erased: {why}', { why: failureReason(erase.error) })}
            </Text>
          )}
          {done && (
            <ToneNotice role="status" tone="good" icon={IconCircleCheck} title={t('Done')}>
              <Text size="sm">{describeErased(done)}</Text>
            </ToneNotice>
          )}
          <Group>
            <Button type="submit" color="red.9" loading={erase.isPending}>
              {t('Erase this customer')}
            </Button>
          </Group>
        </Stack>
      </form>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('Erase this customer?')}
        confirmLabel={t('Erase for good')}
        isPending={erase.isPending}
        problem={null}
        onConfirm={() => asked !== null && erase.mutate({ phoneNumber: asked })}
        onClose={() => setAsked(null)}
      >
        <T
          text="Everything about {number} is removed from this organization. It cannot be brought back."
          number={<strong>{asked}</strong>}
        />
      </ConfirmDialog>
    </SettingsSection>
  )
}
