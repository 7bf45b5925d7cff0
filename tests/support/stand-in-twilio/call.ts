import { randomBytes } from 'node:crypto'
import type { Customer } from './options.ts'

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled'

export type StandInCall = {
  sid: string
  to: string
  from: string
  status: CallStatus
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  /** Of the conversation as it was lived; it runs faster here. */
  durationSec: number
  answeredBy: string | null
  /** The request's own parameters. */
  request: URLSearchParams
  customer: Customer
  /** Counts the callbacks of the call. */
  sequence: number
  isHungUpByUs: boolean
  /** By their ids; `end` tells of one that is over. */
  recordings: Map<string, { end: () => void }>
}

export const newSid = (prefix: 'CA' | 'RE') => prefix + randomBytes(16).toString('hex')

/** Like `Wed, 25 Nov 2026 19:20:16 +0000`. */
export const rfc2822 = (date: Date) => date.toUTCString().replace('GMT', '+0000')

/** The properties of a call as Twilio's REST interface writes them. */
export function toResource(call: StandInCall, accountSid: string): Record<string, unknown> {
  const isOver = call.endedAt !== null
  return {
    sid: call.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    to: call.to,
    to_formatted: call.to,
    from: call.from,
    from_formatted: call.from,
    status: call.status,
    direction: 'outbound-api',
    answered_by: call.answeredBy,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.endedAt ?? call.startedAt ?? call.createdAt),
    // Empty until the call has been dialed.
    start_time: call.startedAt && rfc2822(call.startedAt),
    end_time: call.endedAt && rfc2822(call.endedAt),
    duration: isOver ? String(call.durationSec) : null,
    price: null,
    price_unit: 'USD',
    parent_call_sid: null,
    phone_number_sid: null,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}.json`,
    subresource_uris: {},
  }
}
