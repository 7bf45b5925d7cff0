import { Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { type Case, caseCloseSchema } from '../../../server/domain/case.schema.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogEnd } from '../../components/DialogEnd.tsx'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { tellUnsaved } from '../../components/tell-unsaved.tsx'
import { useIsSeen } from '../../components/use-is-seen.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { usePerson } from '../../lib/use-person.ts'
import { resolutionDrafts } from './resolution-drafts.ts'

function useResolutionDrafts() {
  const person = usePerson()
  return person === undefined ? null : resolutionDrafts.of(person)
}

type CloseCaseDialogProps = { case: Case; isOpen: boolean; onClose: () => void }

/** Asks what was done; a case closes with it or not at all. */
export function CloseCaseDialog({ case: each, isOpen, onClose }: CloseCaseDialogProps) {
  const utils = trpc.useUtils()
  const drafts = useResolutionDrafts()
  const [resolution, setResolution] = useState(() => drafts?.get(each.id) ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const isSeen = useIsSeen(isOpen)
  const close = trpc.cases.close.useMutation({
    onSuccess() {
      drafts?.delete(each.id)
      notifications.show({
        color: 'tide',
        message: t('The case of {name} is closed.', { name: each.customerName }),
      })
      onClose()
    },
    onError(error, sent) {
      if (isSeen.current || failureCode(error) === 'UNAUTHORIZED') return
      tellUnsaved({
        title: t('The case of {name} is not closed', { name: each.customerName }),
        reason: failureReason(error),
        words: sent.resolution,
      })
    },
    onSettled: () => void utils.cases.invalidate(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = caseCloseSchema.safeParse({ id: each.id, resolution })
    setProblem(read.success ? null : ofServer(read.error.issues[0]?.message ?? ''))
    if (read.success) close.mutate(read.data)
  }
  return (
    <Dialog
      opened={isOpen}
      onClose={onClose}
      title={t('Close the case of {name}', { name: each.customerName })}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Textarea
            label={t('What was done?')}
            placeholder={t('Called back, apologised for the wait, next service at half price')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            data-autofocus
            value={resolution}
            error={problem}
            onChange={(event) => {
              setResolution(event.currentTarget.value)
              drafts?.set(each.id, event.currentTarget.value)
              setProblem(null)
            }}
          />
          <DialogEnd
            problem={
              close.isError
                ? t('Not closed: {reason}', { reason: failureReason(close.error) })
                : null
            }
            label={t('Close the case')}
            isPending={close.isPending}
            onBack={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
