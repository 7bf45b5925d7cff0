import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { foundOrganizationSchema } from '../../../server/domain/account.schema.ts'
import { isTimeZone } from '../../../server/domain/zone-clock.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { TimeZoneSelect } from '../../components/TimeZoneSelect.tsx'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { FormProblem } from './FormProblem.tsx'
import { useComeIn } from './use-come-in.ts'

export function SetUpForm({ setUpToken }: { setUpToken: string | undefined }) {
  const found = trpc.account.found.useMutation(useComeIn(undefined))
  const { field, values, set, problemAt, submit } = useCheckedForm({
    schema: foundOrganizationSchema,
    initial: {
      organizationName: '',
      timeZone: guessTimeZone(),
      name: '',
      email: '',
      password: '',
    },
    error: found.error,
    onSubmit: (read) => found.mutate({ ...read, setUpToken }),
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('Name of the organization')}
          placeholder={t('Your service centre or group')}
          autoComplete="organization"
          autoFocus
          {...field('organizationName')}
        />
        <TimeZoneSelect
          label={t('Its time zone')}
          value={values.timeZone}
          onChange={(timeZone) => set('timeZone', timeZone)}
          error={problemAt('timeZone')}
          maw="none"
        />
        <TextInput label={t('Your name')} autoComplete="name" {...field('name')} />
        <TextInput
          label={t('Your e-mail address')}
          type="email"
          autoComplete="username"
          {...field('email')}
        />
        <PasswordInput
          label={t('Password')}
          description={t(
            'At least 10 characters. A few words are easy to remember and hard to guess.',
          )}
          autoComplete="new-password"
          {...field('password')}
        />
        {found.isError && (
          <FormProblem title={t('The organization was not created')}>
            {failureReason(found.error)}
          </FormProblem>
        )}
        <Button type="submit" loading={found.isPending} mt="xs">
          {t('Create the organization')}
        </Button>
      </Stack>
    </form>
  )
}

function guessTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isTimeZone(timeZone) ? timeZone : 'UTC'
}
