import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { roleSchema } from '../../../server/domain/rights.schema.ts'
import { type Role, whatRoleDoes } from '../../../server/domain/rights.ts'
import { inviteSchema } from '../../../server/domain/team.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { language } from '../../i18n/language.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { roleOptions } from './role-options.ts'
import { ShownOnceDialog } from './ShownOnceDialog.tsx'

export function InviteForm({ by }: { by: Role | null }) {
  const utils = trpc.useUtils()
  const invite = trpc.team.invite.useMutation({
    onSuccess: () => {
      void utils.team.list.invalidate()
      set('email', '')
    },
  })
  const { field, values, set, problemAt, submit } = useCheckedForm({
    schema: inviteSchema,
    initial: { email: '', role: 'agent', language },
    error: invite.error,
    onSubmit: (read) => invite.mutate(read),
  })
  const invited = invite.data
  const named = invite.error?.data?.issues?.length
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t('E-mail address')}
            type="email"
            autoComplete="off"
            flex="1 1 16rem"
            {...field('email')}
          />
          <NativeSelect
            label={t('Role')}
            data={roleOptions(by)}
            name="role"
            value={values.role}
            onChange={(event) => set('role', event.currentTarget.value)}
            error={problemAt('role')}
            w={{ base: '100%', xs: '10rem' }}
          />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {ofServer(whatRoleDoes[roleSchema.parse(values.role)])}
        </Text>
        {invite.isError && !named && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('Not invited: {why}', { why: failureReason(invite.error) })}
          </Text>
        )}
        <Group>
          <Button
            type="submit"
            loading={invite.isPending}
            leftSection={<IconUserPlus size={18} aria-hidden />}
          >
            {t('Invite')}
          </Button>
        </Group>
      </Stack>
      <ShownOnceDialog
        title={t('Invitation for {email}', { email: invited?.invitation.email ?? '' })}
        label={t('Link of the invitation')}
        secret={invited ? `${window.location.origin}/join#${invited.token}` : null}
        onClose={() => invite.reset()}
      >
        {invited?.isMailed
          ? t('The link is on its way by e-mail. You can also copy it; it is shown this once.')
          : t(
              'No e-mail was sent, so copy the link and pass it on yourself. It is shown this once.',
            )}
      </ShownOnceDialog>
    </form>
  )
}
