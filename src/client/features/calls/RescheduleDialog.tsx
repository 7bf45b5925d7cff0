import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useCallClock } from './call-clock.tsx'
import { zoneWord } from './call-times.ts'
import { readLocalInput, toLocalInput } from './local-date-time.ts'

export type RescheduleDialogProps = {
  /** Null while nothing is asked. */
  call: Call | null
  isOpen: boolean
  onClose: () => void
  onReschedule: (call: Call, dueAt: string) => Promise<boolean>
}

export function RescheduleDialog({ call, isOpen, onClose, onReschedule }: RescheduleDialogProps) {
  return (
    <Modal opened={isOpen && call !== null} onClose={onClose} title="Reschedule" centered>
      {call && (
        <RescheduleForm key={call.id} call={call} onClose={onClose} onReschedule={onReschedule} />
      )}
    </Modal>
  )
}

type RescheduleFormProps = Omit<RescheduleDialogProps, 'call' | 'isOpen'> & { call: Call }

function RescheduleForm({ call, onClose, onReschedule }: RescheduleFormProps) {
  const { timeZone, nowMs, fully } = useCallClock()
  const [text, setText] = useState(() => toLocalInput(firstSuggestion(call, nowMs), timeZone))
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readLocalInput(text, timeZone)
    if (!read.ok) return setProblem(read.reason)
    if (read.at.epochMilliseconds <= nowMs) return setProblem('This time has passed already.')
    setProblem(null)
    setIsPending(true)
    const isDone = await onReschedule(call, read.at.toString({ fractionalSecondDigits: 3 }))
    setIsPending(false)
    if (isDone) onClose()
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Text size="sm" c="dimmed" mb="sm">
        {call.customerName}
        {call.dueAt ? `, due ${fully(call.dueAt)}` : ''}
      </Text>
      <TextInput
        type="datetime-local"
        label="Call not before"
        description={`${timeZone.replaceAll('_', ' ')} time (${zoneWord(timeZone, nowMs)}). The calling hours still hold.`}
        min={toLocalInput(new Date(nowMs).toISOString(), timeZone)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem}
        required
        data-autofocus
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" loading={isPending}>
          Reschedule
        </Button>
      </Group>
    </form>
  )
}

const HOUR_MS = 3_600_000

/** The time it is due already, else the next full hour but one. */
function firstSuggestion({ dueAt }: Call, nowMs: number): string {
  if (dueAt !== null && Date.parse(dueAt) > nowMs) return dueAt
  return new Date(Math.ceil((nowMs + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString()
}
