import { useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { t } from '../../i18n/t.ts'

export type CancelDialogProps = {
  /** Null while nothing is asked. */
  call: Call | null
  isOpen: boolean
  onClose: () => void
  onCancelCall: (call: Call) => Promise<boolean>
}

export function CancelDialog({ call, isOpen, onClose, onCancelCall }: CancelDialogProps) {
  const [isPending, setIsPending] = useState(false)
  const confirm = async () => {
    if (call === null) return
    setIsPending(true)
    const isDone = await onCancelCall(call)
    setIsPending(false)
    if (isDone) onClose()
  }
  return (
    <ConfirmDialog
      isOpen={isOpen && call !== null}
      title={t('Cancel this call?')}
      confirmLabel={t('Cancel call')}
      keepLabel={t('Keep it')}
      isPending={isPending}
      // Whoever cancels it tells why it failed.
      problem={null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t(
        '{name} will not be called about this visit. You can still find the call with the status filter, and send it back from there.',
        { name: call?.customerName ?? '' },
      )}
    </ConfirmDialog>
  )
}
