import { notifications } from '@mantine/notifications'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { T } from '../../i18n/T.tsx'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useSampleChanged } from './use-sample-changed.ts'

type RemoveSampleProps = {
  isOpen: boolean
  onClose: () => void
  sample: { visits: number; calls: number; hasOwnVisits: boolean }
}

/** Asks before the sample data goes, and says how much of it there is. */
export function RemoveSample({ isOpen, onClose, sample }: RemoveSampleProps) {
  const changed = useSampleChanged()
  const remove = trpc.sampleData.remove.useMutation({
    onSuccess: ({ visits, calls }) => {
      onClose()
      changed()
      notifications.show({
        color: 'teal',
        message: t('{visits} and {calls} removed.', {
          visits: plural(visits, '{n} sample visit', '{n} sample visits'),
          calls: plural(calls, '{n} call', '{n} calls'),
        }),
      })
    },
  })
  const close = () => {
    remove.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('Remove the sample data?')}
      confirmLabel={t('Remove it')}
      keepLabel={t('Keep it|the sample data')}
      isPending={remove.isPending}
      problem={
        remove.error && t('Nothing was removed: {reason}', { reason: failureReason(remove.error) })
      }
      onConfirm={() => remove.mutate()}
      onClose={close}
    >
      <T
        text="{visits} and {calls} go, with their cases, transcripts and recordings. What you imported or made yourself stays, and so do your schedule and your team."
        visits={<strong>{plural(sample.visits, '{n} sample visit', '{n} sample visits')}</strong>}
        calls={<strong>{plural(sample.calls, '{n} call', '{n} calls')}</strong>}
      />
    </ConfirmDialog>
  )
}
