import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { passwordChangeSchema } from '../../../server/domain/account.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { sayDone } from './say.ts'

export function PasswordForm() {
  const utils = trpc.useUtils()
  const change = trpc.account.changePassword.useMutation({
    onSuccess: () => {
      sayDone(t('Your password is changed. You are signed out everywhere else.'))
      set('currentPassword', '')
      set('newPassword', '')
      void utils.account.sessions.invalidate()
    },
  })
  const { field, set, submit } = useCheckedForm({
    schema: passwordChangeSchema,
    initial: { currentPassword: '', newPassword: '' },
    error: change.error,
    onSubmit: (read) => change.mutate(read),
  })
  const isNamed = (change.error?.data?.issues?.length ?? 0) > 0
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="24rem">
        <PasswordInput
          label={t('Current password')}
          autoComplete="current-password"
          {...field('currentPassword')}
        />
        <PasswordInput
          label={t('New password')}
          description={t(
            'At least 10 characters. A few words are easy to remember and hard to guess.',
          )}
          autoComplete="new-password"
          {...field('newPassword')}
        />
        {change.isError && !isNamed && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('Not changed: {why}', { why: failureReason(change.error) })}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('Change password')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
