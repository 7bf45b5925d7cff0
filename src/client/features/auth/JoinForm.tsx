import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { z } from 'zod'
import {
  type InvitationOffer,
  joinOrganizationSchema,
  passwordSchema,
  personNameSchema,
} from '../../../server/domain/account.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { FormProblem } from './FormProblem.tsx'
import { useComeIn } from './use-come-in.ts'

const newcomerSchema = z.object({ name: personNameSchema, password: passwordSchema })
const knownSchema = z.object({ password: joinOrganizationSchema.shape.password })

/** A newcomer chooses a name and a password; who has an account shows that it is theirs. */
export function JoinForm({ token, offer }: { token: string; offer: InvitationOffer }) {
  const { hasAccount, email } = offer
  const join = trpc.account.join.useMutation(useComeIn(undefined))
  const { field, submit } = useCheckedForm<{ name?: string; password: string }, Values>({
    schema: hasAccount ? knownSchema : newcomerSchema,
    initial: { name: '', password: '' },
    error: join.error,
    onSubmit: (read) => join.mutate({ ...read, token }),
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('E-mail address')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          readOnly
          description={hasAccount ? t('You have an account with it already.') : undefined}
        />
        {!hasAccount && (
          <TextInput label={t('Your name')} autoComplete="name" autoFocus {...field('name')} />
        )}
        <PasswordInput
          label={hasAccount ? t('Password of your account') : t('Choose a password')}
          description={
            hasAccount
              ? undefined
              : t('At least 10 characters. A few words are easy to remember and hard to guess.')
          }
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          autoFocus={hasAccount}
          {...field('password')}
        />
        {join.isError && (
          <FormProblem title={t('You have not joined')}>{failureReason(join.error)}</FormProblem>
        )}
        <Button type="submit" loading={join.isPending} mt="xs">
          {t('Join')}
        </Button>
      </Stack>
    </form>
  )
}

type Values = { name: string; password: string }
