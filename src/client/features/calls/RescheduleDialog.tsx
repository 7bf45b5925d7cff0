import type { Call } from '../../../server/domain/call.schema.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { t } from '../../i18n/t.ts'
import type { Wish } from './call-actions.ts'
import { RescheduleForm } from './RescheduleForm.tsx'

export type RescheduleDialogProps = {
  /** Null while nothing is asked. */
  call: Call | null
  isOpen: boolean
  onClose: () => void
  onReschedule: (call: Call, wish: Wish) => Promise<boolean>
}

export function RescheduleDialog({ call, isOpen, ...rest }: RescheduleDialogProps) {
  return (
    <Dialog
      opened={isOpen && call !== null}
      onClose={rest.onClose}
      title={t('Reschedule')}
      size="lg"
      centered
    >
      {call && <RescheduleForm key={call.id} call={call} {...rest} />}
    </Dialog>
  )
}
