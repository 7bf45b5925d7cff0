import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { ProviderRecordings } from '../port.ts'
import { isNotFound } from './placement-refusal.ts'
import type { TwilioClient } from './rest-client.ts'
import type { TwilioAccount } from './twilio-account.ts'

export type TwilioRecordings = ProviderRecordings & {
  /** Ends the recording of a call that goes on. */
  stop(callSid: string): Promise<void>
}

/**
 * Recordings as Twilio keeps them. They are fetched by their id from the one host that we know, not
 * from the address in a callback, and no answer leads us to another.
 */
export function createTwilioRecordings(
  { accountSid, authToken, apiUrl }: TwilioAccount,
  client: TwilioClient,
): TwilioRecordings {
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  return {
    async open(recordingSid, signal) {
      const path = `/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}.mp3`
      const answer = await fetch(new URL(path, apiUrl), {
        headers: { authorization: `Basic ${credentials}` },
        redirect: 'error',
        signal,
      })
      const type = answer.headers.get('content-type') ?? 'none'
      if (!answer.ok || answer.body === null || !/^audio\/mpeg\b/.test(type)) {
        await answer.body?.cancel()
        throw new Error(`Twilio answered ${answer.status}, ${type}, for a recording`)
      }
      return Readable.fromWeb(answer.body as ReadableStream)
    },
    async remove(recordingSid) {
      try {
        await client.recordings(recordingSid).remove()
      } catch (error) {
        if (!isNotFound(error)) throw error
      }
    },
    async stop(callSid) {
      await client.calls(callSid).recordings('Twilio.CURRENT').update({ status: 'stopped' })
    },
  }
}
