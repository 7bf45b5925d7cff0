import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'

/** Removes every demo call of the organization, after asking. */
export function ResetDemoCalls({ onReset }: { onReset: () => void }) {
  const [opened, { open, close }] = useDisclosure(false)
  const reset = trpc.demo.reset.useMutation({
    onSuccess: ({ deleted }) => {
      close()
      onReset()
      notifications.show({ color: 'teal', message: describeRemoval(deleted) })
    },
  })
  const ask = () => {
    reset.reset()
    open()
  }
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={ask}>
        {t('Remove demo calls')}
      </Button>
      <ConfirmDialog
        isOpen={opened}
        title={t('Remove all demo calls?')}
        confirmLabel={t('Remove them')}
        keepLabel={t('Keep them')}
        isPending={reset.isPending}
        problem={reset.error && t('Not removed: {reason}', { reason: failureReason(reset.error) })}
        onConfirm={() => reset.mutate()}
        onClose={close}
      >
        {t(
          'Every demo call of your organization goes, with its transcript and recording; one that is on the line is hung up. Real calls are not touched.',
        )}
      </ConfirmDialog>
    </>
  )
}

function describeRemoval(deleted: number): string {
  if (deleted === 0) return t('There were no demo calls to remove.')
  return plural(deleted, 'One demo call removed.', '{n} demo calls removed.')
}
