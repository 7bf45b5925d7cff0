import { Checkbox, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { WishCheck } from '../../../server/domain/call-answers.schema.ts'
import { DialogEnd } from '../../components/DialogEnd.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import type { Wish } from './call-actions.ts'
import { useCallClock } from './call-clock.tsx'
import { fullWords, readsDifferently } from './call-times.ts'
import { readLocalInput, toLocalInput } from './local-date-time.ts'
import { useCheckedWish } from './use-checked-wish.ts'
import { WishAnswer } from './WishAnswer.tsx'

export type RescheduleFormProps = {
  call: Call
  onClose: () => void
  onReschedule: (call: Call, wish: Wish) => Promise<boolean>
}

/** Takes a customer's wish on their clock or ours, and says before it is sent what comes of it. */
export function RescheduleForm({ call, onClose, onReschedule }: RescheduleFormProps) {
  const clock = useCallClock()
  const { nowMs, fully } = clock
  const first = firstSuggestion(call, nowMs)
  const [theirZone, setTheirZone] = useState<string | null>(call.customerTimeZone)
  const isElsewhere = theirZone !== null && readsDifferently(theirZone, clock.timeZone, nowMs)
  const [isTheirs, setIsTheirs] = useState(true)
  const timeZone = isElsewhere && isTheirs ? theirZone : clock.timeZone
  const [text, setText] = useState(() => toLocalInput(first, timeZone))
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)

  const read = readLocalInput(text, timeZone)
  const hasPassed = read.ok && read.at.epochMilliseconds <= nowMs
  const dueAt = read.ok && !hasPassed ? read.at.toString({ fractionalSecondDigits: 3 }) : null
  const check = useCheckedWish(call.id, dueAt)
  const [knownZone] = check.data?.customerZones ?? []
  // A number tells the zone where the record does not.
  if (check.data?.customerZones.length === 1 && knownZone && theirZone === null) {
    setTheirZone(knownZone)
    setIsTheirs(false)
  }
  const mayOverride = useRights().has('calls.override')
  const canOverride = mayOverride && check.data !== undefined && isOverridable(check.data)
  // What was ticked stays in its place while another time is looked at.
  const isOverrideOffered = canOverride || (isAsking && check.data === undefined)

  const readOn = (theirs: boolean) => {
    const next = theirs && theirZone !== null ? theirZone : clock.timeZone
    if (read.ok) setText(toLocalInput(read.at.toString(), next))
    setIsTheirs(theirs)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!read.ok) return setProblem(read.reason)
    if (dueAt === null) return setProblem(t('This time has passed already.'))
    setIsPending(true)
    const isDone = await send(dueAt).catch((error) => setProblem(failureReason(error)))
    setIsPending(false)
    if (isDone) onClose()
  }

  const send = async (wished: string): Promise<boolean> => {
    if (!isAsking) return onReschedule(call, { dueAt: wished, outsideWindows: false })
    const answer = check.data ?? (await check.ask(wished))
    // What nobody has seen yet is read first: the call would go elsewhere, or nowhere.
    if (check.data === undefined && (answer.isRefused || answer.isWalled)) return false
    return onReschedule(call, { dueAt: wished, outsideWindows: isOverridable(answer) })
  }

  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('Reschedule')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {call.dueAt
            ? t('{name}, due {when}', { name: call.customerName, when: fully(call.dueAt) })
            : call.customerName}
        </Text>
        {isElsewhere && (
          <SegmentedControl
            aria-label={t('Whose clock')}
            value={isTheirs ? 'theirs' : 'ours'}
            onChange={(value) => readOn(value === 'theirs')}
            data={[
              { value: 'theirs', label: t('On the customer’s clock') },
              { value: 'ours', label: t('On our clock') },
            ]}
          />
        )}
        <TextInput
          type="datetime-local"
          label={t('When the customer wants to be called')}
          description={t('{zone} time', { zone: timeZone.replaceAll('_', ' ') })}
          min={toLocalInput(new Date(nowMs).toISOString(), timeZone)}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setProblem(null)
          }}
          error={problem}
          required
          data-autofocus
        />
        {isElsewhere && dueAt !== null && (
          <Text size="sm">
            {t('For the customer {theirs}, for us {when}.', {
              theirs: fullWords(dueAt, { ...clock, timeZone: theirZone }),
              when: fully(dueAt),
            })}
          </Text>
        )}
        <WishAnswer check={check} wishedAt={dueAt} isOverridden={canOverride && isAsking} />
        {isOverrideOffered && (
          <Checkbox
            label={t('Call outside the windows')}
            description={t(
              'Placed at this time although the schedule is closed, and recorded with your name. Later tries keep to the windows.',
            )}
            checked={isAsking}
            onChange={(event) => setIsAsking(event.currentTarget.checked)}
          />
        )}
        <DialogEnd
          label={t('Reschedule')}
          isPending={isPending}
          isOff={dueAt !== null && check.data?.isRefused === true}
          onBack={onClose}
        />
      </Stack>
    </form>
  )
}

const isOverridable = ({ isWithinWindows, isWalled }: WishCheck) => !isWithinWindows && !isWalled

const HOUR_MS = 3_600_000

/** The time it is due already, else the next full hour but one. */
function firstSuggestion({ dueAt }: Call, nowMs: number): string {
  if (dueAt !== null && Date.parse(dueAt) > nowMs) return dueAt
  return new Date(Math.ceil((nowMs + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString()
}
