import type { Member } from '../../../server/domain/team.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { sayDone } from './say.ts'

type RemoveMemberDialogProps = {
  member: Member
  isSelf: boolean
  isOpen: boolean
  onClose: () => void
}

export function RemoveMemberDialog({ member, isSelf, isOpen, onClose }: RemoveMemberDialogProps) {
  const utils = trpc.useUtils()
  const remove = trpc.team.remove.useMutation({
    onSuccess: () => {
      onClose()
      sayDone(t('{name} does not belong to the team any more.', { name: member.name }))
    },
    onSettled: () => void utils.team.list.invalidate(),
  })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={isSelf ? t('Leave the team?') : t('Remove {name}?', { name: member.name })}
      confirmLabel={isSelf ? t('Leave') : t('Remove')}
      isPending={remove.isPending}
      problem={remove.error && failureReason(remove.error)}
      onConfirm={() => remove.mutate({ id: member.id })}
      onClose={() => {
        remove.reset()
        onClose()
      }}
    >
      {isSelf
        ? t(
            'You are signed out of this organization at once, and come back only by a new invitation.',
          )
        : t(
            'They are signed out of this organization at once, and come back only by a new invitation. What they did stays in the audit log.',
          )}
    </ConfirmDialog>
  )
}
