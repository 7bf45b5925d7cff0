import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import type { OpenSession } from '../../../server/domain/account.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
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
      title="Where you are signed in"
      description="End what you do not know, and change your password then."
      action={others > 0 && <EndOthers count={others} />}
    >
      <Answered query={sessions} name="Your sessions">
        {(list) => (
          <SettingsRows label="Open sessions">
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
    onSuccess: () => sayDone('Signed out there.'),
    onError: sayFailed('The session was not ended'),
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
            Here
          </Badge>
        )
      }
      details={`Since ${since}${address === null ? '' : `, from ${address}`}`}
    >
      {!isCurrent && (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate({ id })}
          aria-label={`Sign out ${name}, since ${since}`}
        >
          Sign out
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
      sayDone('You are signed in here only.')
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
        Sign out everywhere else
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Sign out everywhere else?"
        confirmLabel="Sign out there"
        isPending={end.isPending}
        problem={end.error && failureReason(end.error)}
        onConfirm={() => end.mutate()}
        onClose={() => setIsAsking(false)}
      >
        {count === 1
          ? 'One other window or device has to sign in again.'
          : `${count} other windows or devices have to sign in again.`}
      </ConfirmDialog>
    </>
  )
}
