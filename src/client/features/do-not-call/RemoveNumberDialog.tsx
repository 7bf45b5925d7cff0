import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import {
  type DoNotCallEntry,
  doNotCallRemoveSchema,
} from '../../../server/domain/do-not-call.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { usePhoneWords } from '../../lib/phone-words.ts'
import { trpc } from '../../lib/trpc.ts'

type RemoveNumberDialogProps = {
  /** Kept while the dialog fades out, so that it does not fall empty before it is gone. */
  entry: DoNotCallEntry | null
  isOpen: boolean
  onClose: () => void
}

export function RemoveNumberDialog({ entry, ...rest }: RemoveNumberDialogProps) {
  return entry && <Asking key={entry.id} entry={entry} {...rest} />
}

type AskingProps = RemoveNumberDialogProps & { entry: DoNotCallEntry }

function Asking({ entry, isOpen, onClose }: AskingProps) {
  const utils = trpc.useUtils()
  const number = usePhoneWords(entry.phoneNumber)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const remove = trpc.doNotCall.remove.useMutation({
    onSuccess() {
      void utils.calls.whyNotNow.invalidate()
      notifications.show({ color: 'tide', message: t('{number} may be called again.', { number }) })
      onClose()
    },
    // After a refusal too: somebody else may have removed it.
    onSettled: () => void utils.doNotCall.list.invalidate(),
  })
  const confirm = () => {
    const read = doNotCallRemoveSchema.safeParse({ id: entry.id, reason })
    setProblem(read.success ? null : (read.error.issues[0]?.message ?? null))
    if (read.success) remove.mutate(read.data)
  }
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('Allow calls to {number} again?', { number })}
      confirmLabel={t('Remove from the list')}
      isPending={remove.isPending}
      problem={remove.error && t('Not removed: {why}', { why: failureReason(remove.error) })}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('Calls about new visits will go out to it. Those that were closed stay closed.')}
      <TextInput
        mt="sm"
        label={t('Reason')}
        placeholder={t('The customer asked for it again')}
        autoComplete="off"
        value={reason}
        error={problem && ofServer(problem)}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
