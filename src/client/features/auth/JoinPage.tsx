import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import {
  type InvitationOffer,
  invitationTokenSchema,
} from '../../../server/domain/account.schema.ts'
import { whatRoleDoes } from '../../../server/domain/rights.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { T } from '../../i18n/T.tsx'
import { ofServer, t } from '../../i18n/t.ts'
import { formatFully } from '../../lib/format-time.ts'
import { roleNames } from '../../lib/role-names.ts'
import { trpc } from '../../lib/trpc.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import classes from './DoorFrame.module.css'
import { JoinForm } from './JoinForm.tsx'
import { SignInLink } from './SignInLink.tsx'

/** Where the link of an invitation leads; its token is behind the hash, which no server log sees. */
export function JoinPage() {
  usePageTitle(t('Join'))
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const token = invitationTokenSchema.safeParse({ token: hash })
  return (
    <>
      {token.success ? <Invitation token={token.data.token} /> : <NoInvitation reason={CUT} />}
      <Text size="sm" ta="center">
        <T text="Belong to the team already? {signIn}" signIn={<SignInLink />} />
      </Text>
    </>
  )
}

const CUT = t('Open the whole link that you were sent, with what stands behind the #.')
const finalCodes: readonly (string | null)[] = ['NOT_FOUND', 'BAD_REQUEST']

function Invitation({ token }: { token: string }) {
  const { client } = trpc.useUtils()
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => client.account.readInvitation.mutate({ token }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (offer.data) return <Offer token={token} offer={offer.data} />
  if (offer.isPending)
    return <Skeleton h={420} radius="lg" aria-label={t('Reading the invitation')} />
  const reason = failureReason(offer.error)
  if (finalCodes.includes(failureCode(offer.error))) return <NoInvitation reason={reason} />
  return (
    <FailureNotice
      title={t('The invitation could not be read')}
      message={reason}
      onRetry={() => void offer.refetch()}
      isRetrying={offer.isFetching}
    />
  )
}

function Offer({ token, offer }: { token: string; offer: InvitationOffer }) {
  const { organizationName, inviterName, role, expiresAt } = offer
  return (
    <section className={classes.card} aria-labelledby="join">
      <Stack gap="md">
        <div>
          <Title order={1} id="join">
            {t('Join {organizationName}', { organizationName })}
          </Title>
          <Text size="sm" mt={4}>
            {t('{inviterName} invites you as {role}.', {
              inviterName,
              role: roleNames[role].toLowerCase(),
            })}{' '}
            {ofServer(whatRoleDoes[role])}
          </Text>
          <Text size="sm" c="dimmed">
            {t('Open until {when}.', { when: formatFully(expiresAt, new Date().toISOString()) })}
          </Text>
        </div>
        <JoinForm token={token} offer={offer} />
      </Stack>
    </section>
  )
}

function NoInvitation({ reason }: { reason: string }) {
  return (
    <Stack gap="md">
      <Title order={1}>{t('Join a team')}</Title>
      <ToneNotice
        role="alert"
        tone="middling"
        icon={IconMailOff}
        title={t('This link opens nothing')}
      >
        <Text size="sm">{reason}</Text>
      </ToneNotice>
    </Stack>
  )
}
