import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import { z } from 'zod'
import type { TwilioAccount } from './twilio-account.ts'

/**
 * Sends each request once: no retries, no redirects, and no kept connection, since one that was
 * closed meanwhile would make a placement doubtful that never left.
 */
class OnceOnly extends twilio.RequestClient {
  constructor(private readonly apiUrl: string) {
    super({ timeout: 30_000, keepAlive: false, autoRetry: false })
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>) {
    const { pathname, search } = new URL(options.uri)
    const uri = new URL(`${pathname}${search}`, this.apiUrl).href
    try {
      return await super.request<Data>({ ...options, uri, allowRedirects: false })
    } catch (error) {
      throw withoutRequest(error)
    }
  }
}

const failureSchema = z.object({
  message: z.string(),
  code: z.string().optional().catch(undefined),
  status: z.number().optional().catch(undefined),
})

/** The library's own error carries the request, with the token and the number. */
function withoutRequest(error: unknown): Error {
  const { message, ...facts } = failureSchema
    .catch({ message: 'Twilio was not reached' })
    .parse(error)
  return Object.assign(new Error(message), facts)
}

export type TwilioClient = ReturnType<typeof createRestClient>

export function createRestClient({ accountSid, authToken, apiUrl }: TwilioAccount) {
  return twilio(accountSid, authToken, { httpClient: new OnceOnly(apiUrl) })
}
