import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient.js'
import type { TwilioAccount } from './twilio-account.ts'

/**
 * Sends each request once: no retries, no redirects, and no kept connection, since one that was
 * closed meanwhile would make a placement doubtful that never left.
 */
class OnceOnly extends twilio.RequestClient {
  constructor(private readonly apiUrl: string) {
    super({ timeout: 30_000, keepAlive: false, autoRetry: false })
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>) {
    const { pathname, search } = new URL(options.uri)
    const uri = new URL(`${pathname}${search}`, this.apiUrl).href
    return super.request<Data>({ ...options, uri, allowRedirects: false })
  }
}

export type TwilioClient = ReturnType<typeof createRestClient>

export function createRestClient({ accountSid, authToken, apiUrl }: TwilioAccount) {
  return twilio(accountSid, authToken, { httpClient: new OnceOnly(apiUrl) })
}
