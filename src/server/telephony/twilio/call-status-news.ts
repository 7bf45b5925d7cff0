import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AttemptOutcome } from '../../domain/call-status.ts'
import type { ProviderEvent } from '../port.ts'

/** Twilio's own words for where a call stands; `initiated` appears in callbacks only. */
export const twilioStatusSchema = z.enum([
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
])
export type TwilioStatus = z.infer<typeof twilioStatusSchema>

export type TwilioCallState = {
  status: TwilioStatus
  /** Seconds from answering to the end. */
  durationSec: number | null
  /** What voicemail detection found: `human`, `machine_end_beep`, `fax`, `unknown` … */
  answeredBy: string | null
  /** Of the final answer of the telephone network, where Twilio passes it on. */
  sipResponseCode: number | null
}

/** By these the network says that there is no such number: not found, gone, incomplete, nowhere. */
const noSuchNumber: ReadonlySet<number> = new Set([404, 410, 484, 604])

/** What a state means for the attempt; null while Twilio has it and has not begun to ring. */
export function newsOfState(
  state: TwilioCallState,
  common: {
    placementKey: string
    providerCallId: string
    at: Temporal.Instant
    source: ProviderEvent['source']
    receipt?: string
  },
): ProviderEvent | null {
  const end = (
    outcome: AttemptOutcome,
    { talkSec = null, isLedByUs = false }: { talkSec?: number | null; isLedByUs?: boolean } = {},
  ): ProviderEvent => ({
    ...common,
    type: 'ended',
    outcome,
    talkSec,
    feedback: null,
    isLedByUs,
  })
  switch (state.status) {
    case 'queued':
    case 'initiated':
      return null
    case 'ringing':
      return { ...common, type: 'ringing' }
    case 'in-progress':
      return { ...common, type: 'answered' }
    case 'completed':
      return isMachine(state.answeredBy)
        ? end('voicemail', { isLedByUs: true })
        : end('answered', { talkSec: state.durationSec, isLedByUs: true })
    case 'busy':
      return end('busy')
    case 'no-answer':
    // Twilio says so of a call that we hung up before anybody answered.
    case 'canceled':
      return end('no_answer')
    case 'failed': {
      const { sipResponseCode } = state
      const isNowhere = sipResponseCode !== null && noSuchNumber.has(sipResponseCode)
      return end(isNowhere ? 'invalid_number' : 'provider_error')
    }
  }
}

export const isMachine = (answeredBy: string | null): boolean =>
  answeredBy !== null && (answeredBy.startsWith('machine') || answeredBy === 'fax')
