import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { type Case, caseCloseSchema } from '../../../server/domain/case.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { trpc } from '../../lib/trpc.ts'

type CloseCaseDialogProps = { case: Case; isOpen: boolean; onClose: () => void }

/** Asks what was done; a case closes with it or not at all. */
export function CloseCaseDialog({ case: each, isOpen, onClose }: CloseCaseDialogProps) {
  const utils = trpc.useUtils()
  const [resolution, setResolution] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const close = trpc.cases.close.useMutation({
    onSuccess() {
      notifications.show({ color: 'tide', message: `The case of ${each.customerName} is closed.` })
      onClose()
    },
    onSettled: () => void utils.cases.invalidate(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = caseCloseSchema.safeParse({ id: each.id, resolution })
    setProblem(read.success ? null : (read.error.issues[0]?.message ?? null))
    if (read.success) close.mutate(read.data)
  }
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={`Close the case of ${each.customerName}`}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Textarea
            label="What was done?"
            placeholder="Called back, apologised for the wait, next service at half price"
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            data-autofocus
            value={resolution}
            error={problem}
            onChange={(event) => {
              setResolution(event.currentTarget.value)
              setProblem(null)
            }}
          />
          {close.isError && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              Not closed: {failureReason(close.error)}
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Back
            </Button>
            <Button type="submit" loading={close.isPending}>
              Close the case
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
