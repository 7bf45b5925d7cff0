import { z } from 'zod'
import type { TwilioAccount } from './telephony/twilio/twilio-account.ts'
import { webAddress } from './web-address.ts'

/** Who places calls. */
export type Telephony = { provider: 'simulator' } | { provider: 'twilio'; account: TwilioAccount }

const realApi = 'https://api.twilio.com'
/** Hosts that nobody but this machine reaches. */
export const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

/** The variables of Twilio; all of them are needed, or have a default, where PROVIDER is twilio. */
export const twilioVariables = {
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, { error: 'write AC and 32 hexadecimal digits' })
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: 'write a number like +12125550100' })
    .optional(),
  TWILIO_API_URL: webAddress.default(realApi),
}

type Variables = {
  PROVIDER?: 'simulator' | 'twilio' | undefined
  DATABASE_URL?: string | undefined
  DEMO?: boolean | undefined
  PUBLIC_URL?: string | undefined
  TWILIO_ACCOUNT_SID?: string | undefined
  TWILIO_AUTH_TOKEN?: string | undefined
  TWILIO_FROM?: string | undefined
  TWILIO_API_URL: string
}

/** Whether the demo is there: unless told otherwise, where nobody has brought a database. */
export const isDemoOf = (read: Pick<Variables, 'DEMO' | 'DATABASE_URL'>): boolean =>
  read.DEMO ?? read.DATABASE_URL === undefined

const needed = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM', 'PUBLIC_URL'] as const

/** Names what is missing for real calls. */
export function checkTwilio(read: Variables, check: z.RefinementCtx<Variables>): void {
  if (read.PROVIDER !== 'twilio') return
  const complain = (path: string, message: string) =>
    check.addIssue({ code: 'custom', path: [path], message })
  for (const name of needed) {
    if (read[name] === undefined) complain(name, 'is needed for PROVIDER=twilio')
  }
  if (isDemoOf(read)) {
    // Anybody may enter the demo and act as its manager.
    complain('DEMO', 'the demo is open to everybody, who must ring no telephones: set DEMO=false')
  }
  // One that is no address at all is complained about elsewhere.
  const api = URL.parse(read.TWILIO_API_URL)
  if (api === null || loopback.has(api.hostname)) return
  if (api.protocol !== 'https:') {
    complain('TWILIO_API_URL', 'must begin with https://: the token is sent there')
  }
  if (URL.parse(read.PUBLIC_URL ?? '')?.protocol === 'http:') {
    complain('PUBLIC_URL', 'must begin with https:// for PROVIDER=twilio, which calls it back')
  }
}

/**
 * Without a word the simulator stands in on a built-in database and for the demo. On a database of
 * somebody's own, calls that nobody hears would look like real ones: there it must be said.
 */
export function telephonyOf(read: Variables): Telephony | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = read
  const { TWILIO_FROM: fromNumber, TWILIO_API_URL: apiUrl, PUBLIC_URL: publicUrl } = read
  if (read.PROVIDER === 'twilio') {
    if (!accountSid || !authToken || !fromNumber || !publicUrl) return null
    return { provider: 'twilio', account: { accountSid, authToken, fromNumber, apiUrl, publicUrl } }
  }
  const isSaid = read.PROVIDER === 'simulator' || read.DATABASE_URL === undefined || isDemoOf(read)
  return isSaid ? { provider: 'simulator' } : null
}

export const nobodyPlacesCalls =
  'Say who places calls: PROVIDER=twilio for real ones, or PROVIDER=simulator, which rings nobody.'
