import type { Call } from '../../../server/domain/call.schema.ts'
import { isLive } from '../../../server/domain/call-status.ts'
import { localDayAt } from '../../../server/domain/local-time.ts'
import { t } from '../../i18n/t.ts'
import { withReadersClock } from '../../lib/format-time.ts'
import { type ReadingPlace, whenWords } from './call-times.ts'

export type NextTry = {
  words: string
  /** Waits for a person: no passing of time makes this call ring. */
  isHeld: boolean
}

type Waiting = Pick<Call, 'status' | 'outcome' | 'dueAt' | 'heldReason' | 'attemptCount'>

/** What happens to a call next, in words; `isStopped` while no call of the organization goes out. */
export function nextTryOf(call: Waiting, place: ReadingPlace, isStopped: boolean): NextTry {
  if (call.heldReason !== null) {
    return {
      words: t('Held: {reason}', { reason: withReadersClock(call.heldReason, place.locale) }),
      isHeld: true,
    }
  }
  if (isLive(call.status)) return { words: t('On the line now'), isHeld: false }
  if (call.status === 'unknown') return { words: t('Waits for your judgement'), isHeld: true }
  if (call.dueAt === null) return { words: lastWord(call), isHeld: false }
  if (Date.parse(call.dueAt) <= place.nowMs) {
    return isStopped
      ? { words: t('Waits: calling is paused'), isHeld: true }
      : { words: t('Due now'), isHeld: false }
  }
  const when = whenWords(call.dueAt, place)
  const dueAtMs = Date.parse(call.dueAt)
  const { timeZone, nowMs } = place
  // Nobody looks for it today: what matters is until when nothing happens.
  if (localDayAt(timeZone, dueAtMs) > localDayAt(timeZone, nowMs)) {
    return { words: t('Waits for {when}', { when }), isHeld: false }
  }
  const isFirst = call.status === 'ready' && call.attemptCount === 0
  return {
    words: isFirst ? t('First try {when}', { when }) : t('Next try {when}', { when }),
    isHeld: false,
  }
}

function lastWord({ status, outcome }: Waiting): string {
  if (status === 'canceled') return t('Not called again')
  if (outcome === 'expired') return t('Too late to call')
  if (outcome === 'invalid_number') return t('Number not in use')
  return t('No attempts left')
}
