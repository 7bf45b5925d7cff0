import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
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
    <Modal
      opened={isOpen && call !== null}
      onClose={onClose}
      title={t('Cancel this call?')}
      centered
    >
      <Text size="sm">
        {t(
          '{name} will not be called about this visit. You can still find the call with the status filter, and send it back from there.',
          { name: call?.customerName ?? '' },
        )}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('Keep it')}
        </Button>
        <Button color="red.9" loading={isPending} onClick={() => void confirm()}>
          {t('Cancel call')}
        </Button>
      </Group>
    </Modal>
  )
}
