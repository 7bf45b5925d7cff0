import type { Member } from '../../../server/domain/team.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
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
      sayDone(`${member.name} does not belong to the team any more.`)
    },
    onSettled: () => void utils.team.list.invalidate(),
  })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={isSelf ? 'Leave the team?' : `Remove ${member.name}?`}
      confirmLabel={isSelf ? 'Leave' : 'Remove'}
      isPending={remove.isPending}
      problem={remove.error && failureReason(remove.error)}
      onConfirm={() => remove.mutate({ id: member.id })}
      onClose={() => {
        remove.reset()
        onClose()
      }}
    >
      {isSelf
        ? 'You are signed out of this organization at once, and come back only by a new invitation.'
        : 'They are signed out of this organization at once, and come back only by a new invitation. What they did stays in the audit log.'}
    </ConfirmDialog>
  )
}
