import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPhoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import { doNotCallAddSchema } from '../../../server/domain/do-not-call.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { t } from '../../i18n/t.ts'
import { formatPhone } from '../../lib/phone-words.ts'
import { trpc } from '../../lib/trpc.ts'
import { closedWords } from './closed-words.ts'

const empty = { phoneNumber: '', reason: '' }

export function AddNumberForm() {
  // A new form for each number.
  const [added, setAdded] = useState(0)
  return <NumberForm key={added} onAdded={() => setAdded((count) => count + 1)} />
}

function NumberForm({ onAdded }: { onAdded: () => void }) {
  const utils = trpc.useUtils()
  const add = trpc.doNotCall.add.useMutation({
    async onSuccess({ entry, canceledCalls }) {
      void utils.doNotCall.list.invalidate()
      void utils.calls.whyNotNow.invalidate()
      const number = await formatPhone(entry.phoneNumber)
      notifications.show({
        color: 'tide',
        message: `${t('{number} will not be called.', { number })} ${closedWords(canceledCalls)}`,
      })
      onAdded()
    },
  })
  const { field, submit, problemAt } = useCheckedForm({
    schema: doNotCallAddSchema,
    initial: empty,
    error: add.error,
    onSubmit: (read) => add.mutate(read),
  })
  const isAtField = problemAt('phoneNumber') !== null || problemAt('reason') !== null
  return (
    <form onSubmit={submit} noValidate aria-label={t('Add a number')}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t('Phone number')}
            type="tel"
            autoComplete="off"
            flex="1 1 12rem"
            {...field('phoneNumber')}
          />
          <TextInput
            label={t('Reason')}
            placeholder={t('Asked for it at the desk')}
            autoComplete="off"
            flex="2 1 16rem"
            {...field('reason')}
          />
        </Group>
        {add.isError && !isAtField && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('Not added: {why}', { why: failureReason(add.error) })}
          </Text>
        )}
        <Group>
          <Button
            type="submit"
            loading={add.isPending}
            leftSection={<IconPhoneOff size={18} aria-hidden />}
          >
            {t('Do not call')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
