import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import type { OpenSession } from '../../../server/domain/account.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { describeUserAgent } from './describe-user-agent.ts'
import { SettingsRow, SettingsRows } from './SettingsRow.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { sayDone, sayFailed } from './say.ts'
import { useOrganizationClock } from './use-organization-clock.ts'

/** Where one is signed in, each to be ended from here. */
export function SessionList() {
  const sessions = trpc.account.sessions.useQuery(undefined, { staleTime: 0 })
  const others = sessions.data?.filter(({ isCurrent }) => !isCurrent).length ?? 0
  return (
    <SettingsSection
      title={t('Where you are signed in')}
      description={t('End what you do not know, and change your password then.')}
      action={others > 0 && <EndOthers count={others} />}
    >
      <Answered query={sessions} name={t('Your sessions')}>
        {(list) => (
          <SettingsRows label={t('Open sessions')}>
            {list.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </SettingsRows>
        )}
      </Answered>
    </SettingsSection>
  )
}

function SessionRow({ session }: { session: OpenSession }) {
  const { id, isCurrent, createdAt, address, userAgent } = session
  const { when } = useOrganizationClock()
  const utils = trpc.useUtils()
  const end = trpc.account.endSession.useMutation({
    onSuccess: () => sayDone(t('Signed out there.')),
    onError: sayFailed(t('The session was not ended')),
    onSettled: () => utils.account.sessions.invalidate(),
  })
  const name = describeUserAgent(userAgent)
  const since = when(createdAt)
  return (
    <SettingsRow
      name={name}
      mark={
        isCurrent && (
          <Badge variant="default" tt="none">
            {t('Here')}
          </Badge>
        )
      }
      details={
        address === null
          ? t('Since {since}', { since })
          : t('Since {since}, from {address}', { since, address })
      }
    >
      {!isCurrent && (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate({ id })}
          aria-label={t('Sign out {name}, since {since}', { name, since })}
        >
          {t('Sign out')}
        </Button>
      )}
    </SettingsRow>
  )
}

function EndOthers({ count }: { count: number }) {
  const utils = trpc.useUtils()
  const [isAsking, setIsAsking] = useState(false)
  const end = trpc.account.endOtherSessions.useMutation({
    onSuccess: () => {
      setIsAsking(false)
      sayDone(t('You are signed in here only.'))
    },
    onSettled: () => void utils.account.sessions.invalidate(),
  })
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          end.reset()
          setIsAsking(true)
        }}
      >
        {t('Sign out everywhere else')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Sign out everywhere else?')}
        confirmLabel={t('Sign out there')}
        isPending={end.isPending}
        problem={end.error && failureReason(end.error)}
        onConfirm={() => end.mutate()}
        onClose={() => setIsAsking(false)}
      >
        {plural(
          count,
          'One other window or device has to sign in again.',
          '{n} other windows or devices have to sign in again.',
        )}
      </ConfirmDialog>
    </>
  )
}
