import { Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import type { BulkAction } from '../../../../server/domain/call-changes.schema.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { DialogEnd } from '../../../components/DialogEnd.tsx'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { useCallClock } from '../call-clock.tsx'
import { readLocalInput, toLocalInput } from '../local-date-time.ts'
import type { BulkAsking } from './BulkProvider.tsx'
import { type BulkName, callsWord } from './bulk-words.ts'

export type BulkDialogsProps = {
  asking: BulkAsking | null
  onClose: () => void
  onGo: (name: BulkName, action: BulkAction, calls: readonly Call[]) => Promise<void>
}

/** What is asked before something is done to many calls. */
export function BulkDialogs({ asking, onClose, onGo }: BulkDialogsProps) {
  const calls = asking?.calls ?? []
  const isOpen = (name: BulkName) => asking?.name === name && asking.isOpen
  const [only] = calls.length === 1 ? calls : []
  const count = {
    calls: only ? t('the call to {name}', { name: only.customerName }) : callsWord(calls.length),
  }
  const go = (name: BulkName) => (action: BulkAction) => void onGo(name, action, calls)
  return (
    <>
      <ConfirmDialog
        isOpen={isOpen('cancel')}
        title={t('Cancel {calls}?', count)}
        confirmLabel={only ? t('Cancel call') : t('Cancel {calls}', count)}
        keepLabel={only ? t('Keep it') : t('Keep them')}
        isPending={false}
        problem={null}
        onConfirm={() => go('cancel')({ type: 'cancel' })}
        onClose={onClose}
      >
        {only
          ? t(
              '{name} will not be called about this visit. You can still find the call with the status filter, and send it back from there.',
              { name: only.customerName },
            )
          : t(
              'These customers will not be called about their visits. You can take it back right afterwards, or send a call back later from the status filter.',
            )}
      </ConfirmDialog>
      <Dialog
        opened={isOpen('retry')}
        onClose={onClose}
        title={t('Retry {calls}?', count)}
        centered
      >
        <RetryForm onBack={onClose} onGo={go('retry')} />
      </Dialog>
      <Dialog
        opened={isOpen('reschedule')}
        onClose={onClose}
        title={t('Reschedule {calls}', count)}
        centered
      >
        <TimeForm onBack={onClose} onGo={go('reschedule')} />
      </Dialog>
      <Dialog opened={isOpen('tag')} onClose={onClose} title={t('Tag {calls}', count)} centered>
        <TagForm calls={calls} onBack={onClose} onGo={go('tag')} />
      </Dialog>
    </>
  )
}

type FormProps = { onBack: () => void; onGo: (action: BulkAction) => void }

function RetryForm({ onBack, onGo }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onGo({ type: 'retry' })
  }
  return (
    <form onSubmit={submit} aria-label={t('Retry')}>
      <Stack gap="sm">
        <Text size="sm">
          {t(
            'What is sent back to Ready for Call is placed as the schedule allows. You can take it back right afterwards.',
          )}
        </Text>
        <DialogEnd onBack={onBack} label={t('Retry')} isFirst />
      </Stack>
    </form>
  )
}

const HOUR_MS = 3_600_000

function TimeForm({ onBack, onGo }: FormProps) {
  const { nowMs, timeZone } = useCallClock()
  const [text, setText] = useState(() =>
    toLocalInput(
      new Date(Math.ceil((nowMs + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString(),
      timeZone,
    ),
  )
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readLocalInput(text, timeZone)
    if (!read.ok) return setProblem(read.reason)
    if (read.at.epochMilliseconds <= nowMs) return setProblem(t('This time has passed already.'))
    onGo({ type: 'reschedule', dueAt: read.at.toString({ fractionalSecondDigits: 3 }) })
  }
  return (
    <form onSubmit={submit} aria-label={t('Reschedule')}>
      <Stack gap="sm">
        <TextInput
          type="datetime-local"
          label={t('When they are to be called')}
          description={t(
            '{zone} time. Outside the calling hours a call moves to their next opening.',
            { zone: timeZone.replaceAll('_', ' ') },
          )}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
          error={problem}
          required
          data-autofocus
        />
        <DialogEnd onBack={onBack} label={t('Reschedule')} />
      </Stack>
    </form>
  )
}

function TagForm({ calls, onBack, onGo }: FormProps & { calls: readonly Call[] }) {
  const known = trpc.calls.facets.useQuery(undefined, { staleTime: 60_000 }).data?.tags ?? []
  const present = [...new Set(calls.flatMap(({ tags }) => tags))].sort()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onGo({ type: 'tag', add, remove: remove.filter((tag) => present.includes(tag)) })
  }
  return (
    <form onSubmit={submit} aria-label={t('Tag|a call')}>
      <Stack gap="sm">
        <TagsInput
          label={t('Add')}
          placeholder={t('A tag, then Enter')}
          data={known}
          maxTags={30}
          openOnFocus={false}
          acceptValueOnBlur
          value={add}
          onChange={setAdd}
          data-autofocus
        />
        {present.length > 0 && (
          <TagsInput label={t('Take off')} data={present} value={remove} onChange={setRemove} />
        )}
        <Text size="xs" c="dimmed">
          {t('Their other tags stay.')}
        </Text>
        <DialogEnd
          onBack={onBack}
          label={t('Save tags')}
          isOff={add.length + remove.length === 0}
        />
      </Stack>
    </form>
  )
}
