import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'

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
    <Modal opened={isOpen && call !== null} onClose={onClose} title="Cancel this call?" centered>
      <Text size="sm">
        {call?.customerName} will not be called about this visit. You can still find the call with
        the status filter, and send it back from there.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="red.9" loading={isPending} onClick={() => void confirm()}>
          Cancel call
        </Button>
      </Group>
    </Modal>
  )
}
