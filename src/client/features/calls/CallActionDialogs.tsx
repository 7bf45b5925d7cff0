import type { Asking } from './CallActionsProvider.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import type { CallRequest } from './call-actions.ts'
import { RescheduleDialog } from './RescheduleDialog.tsx'

export type CallActionDialogsProps = {
  asking: Asking | null
  onClose: () => void
  onAnswer: (request: CallRequest) => Promise<boolean>
}

/** What is asked of a person before something is done to a call. */
export function CallActionDialogs({ asking, onClose, onAnswer }: CallActionDialogsProps) {
  const isOpen = asking?.isOpen ?? false
  return (
    <>
      <RescheduleDialog
        call={asking?.name === 'reschedule' ? asking.call : null}
        isOpen={isOpen}
        onClose={onClose}
        onReschedule={(call, wish) => onAnswer({ name: 'reschedule', call, wish })}
      />
      <CancelDialog
        call={asking?.name === 'cancel' ? asking.call : null}
        isOpen={isOpen}
        onClose={onClose}
        onCancelCall={(call) => onAnswer({ name: 'cancel', call })}
      />
    </>
  )
}
