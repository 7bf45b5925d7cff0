import { randomUUID } from 'node:crypto'
import { claimDueCalls } from '../../src/server/services/claim-due-calls.ts'
import { type Parameters, sign } from './stand-in-twilio/callbacks.ts'
import { standInAccount } from './stand-in-twilio/start-stand-in.ts'
import type { TwilioWorld } from './twilio-world.ts'

/** A call's end, as Twilio tells it. */
export const toldCompleted = { CallStatus: 'completed', CallDuration: '40', SequenceNumber: '3' }

let calls = 0

/** A call that is claimed and on the line, and a hand that signs what Twilio would send of it. */
export async function liveCall(world: TwilioWorld) {
  calls += 1
  const { id, phoneNumber } = await world.makeDueCall(`+1469888${String(calls).padStart(4, '0')}`)
  const { attempts } = await claimDueCalls(
    { ...world.deps, db: world.deps.systemDb },
    { organizationId: world.organizationId, limit: 1 },
  )
  const key = attempts[0]?.request.placementKey ?? ''
  const sid = `CA${randomUUID().replaceAll('-', '')}`
  const signed = (path: string, parameters: Parameters) => {
    const url = `${world.publicUrl}/webhooks/twilio/${key}/${path}`
    const all = { CallSid: sid, ...parameters }
    return { url, parameters: all, signature: sign(standInAccount.authToken, url, all) }
  }
  return {
    id,
    key,
    sid,
    phoneNumber,
    signed,
    tell: (path: string, parameters: Parameters) => post(world, signed(path, parameters)),
  }
}

type Sent = {
  url: string
  parameters: Parameters
  signature: string | null
  headers?: Record<string, string>
}

export function post(world: TwilioWorld, { url, parameters, signature, headers = {} }: Sent) {
  return world.app.server.inject({
    method: 'POST',
    url: url.slice(world.publicUrl.length),
    payload: new URLSearchParams(parameters).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature !== null && { 'x-twilio-signature': signature }),
      ...headers,
    },
  })
}

/** Twenty ways of pretending to be Twilio, around one genuine telling of a call's end. */
export function forgeriesOf(genuine: Sent & { signature: string }, key: string): Sent[] {
  const { parameters, signature, url } = genuine
  const resigned = (token: string, at = url, given = parameters) => sign(token, at, given)
  const token = standInAccount.authToken
  const https = url.replace('http:', 'https:')
  const otherKey = url.replace(key, randomUUID())
  const form = new URLSearchParams(parameters).toString()
  return [
    { ...genuine, signature: null },
    { ...genuine, signature: '' },
    { ...genuine, signature: 'x' },
    { ...genuine, signature: signature.slice(1) },
    { ...genuine, signature: signature.toLowerCase() },
    { ...genuine, signature: `${signature}, ${signature}` },
    { ...genuine, signature: resigned('another token') },
    { ...genuine, signature: resigned(token.toUpperCase()) },
    { ...genuine, signature: resigned(token, https) },
    { ...genuine, signature: resigned(token, url.replace('127.0.0.1', 'evil.example')) },
    { ...genuine, signature: resigned(token, `${url}?`) },
    { ...genuine, url: `${url}?more=1` },
    { ...genuine, url: otherKey },
    { ...genuine, url: url.replace('/status', '/voice') },
    { ...genuine, url: url.replace('/status', '/turns/1') },
    { ...genuine, url: url.replace('/status', '/recording') },
    { ...genuine, parameters: { ...parameters, CallDuration: '41' } },
    { ...genuine, parameters: { ...parameters, CallStatus: 'busy' } },
    { ...genuine, parameters: { ...parameters, AnsweredBy: 'human' } },
    { ...genuine, parameters: {}, url: `${url}?${form}` },
  ]
}
