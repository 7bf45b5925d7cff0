import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { signInSchema } from '../../../server/domain/account.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { FormProblem } from './FormProblem.tsx'
import { useComeIn } from './use-come-in.ts'

export function SignInForm({ to, isFirst }: { to: string | undefined; isFirst: boolean }) {
  const signIn = trpc.account.signIn.useMutation(useComeIn(to))
  const { field, submit } = useCheckedForm({
    schema: signInSchema,
    initial: { email: '', password: '' },
    error: signIn.error,
    onSubmit: (read) => signIn.mutate(read),
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('E-mail address')}
          type="email"
          autoComplete="username"
          autoFocus={isFirst}
          {...field('email')}
        />
        <PasswordInput
          label={t('Password')}
          autoComplete="current-password"
          {...field('password')}
        />
        {signIn.isError && (
          <FormProblem title={t('You are not signed in')}>
            {failureReason(signIn.error)}
          </FormProblem>
        )}
        <Button type="submit" loading={signIn.isPending} mt="xs">
          {t('Sign in')}
        </Button>
      </Stack>
    </form>
  )
}
