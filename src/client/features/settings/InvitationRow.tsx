import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PendingInvitation } from '../../../server/domain/team.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { roleNames } from '../../lib/role-names.ts'
import { trpc } from '../../lib/trpc.ts'
import { SettingsRow } from './SettingsRow.tsx'
import { useOrganizationClock } from './use-organization-clock.ts'

export function InvitationRow({ invitation }: { invitation: PendingInvitation }) {
  const { id, email, role, inviterName, expiresAt } = invitation
  const { when } = useOrganizationClock()
  const utils = trpc.useUtils()
  const [isAsking, setIsAsking] = useState(false)
  const revoke = trpc.team.revokeInvitation.useMutation({
    onSuccess: () => setIsAsking(false),
    // After a refusal too: it may have been used meanwhile.
    onSettled: () => void utils.team.list.invalidate(),
  })
  return (
    <SettingsRow
      name={email}
      details={t('{role}, invited by {inviterName}. Open until {when}.', {
        role: roleNames[role],
        inviterName,
        when: when(expiresAt),
      })}
    >
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          revoke.reset()
          setIsAsking(true)
        }}
        aria-label={t('Take back the invitation of {email}', { email })}
      >
        {t('Take back')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Take back this invitation?')}
        confirmLabel={t('Take it back')}
        isPending={revoke.isPending}
        problem={revoke.error && failureReason(revoke.error)}
        onConfirm={() => revoke.mutate({ id })}
        onClose={() => setIsAsking(false)}
      >
        {t('The link that {email} was given will open nothing any more. You can send a new one.', {
          email,
        })}
      </ConfirmDialog>
    </SettingsRow>
  )
}
