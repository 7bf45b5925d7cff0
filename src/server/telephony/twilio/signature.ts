import twilio from 'twilio'

export type SignedParameters = Record<string, string | string[]>

/**
 * Whether Twilio itself sent a request: its signature is an HMAC-SHA1 over the exact public address
 * and the sorted parameters. It carries no time, so a repetition is as good as the first.
 */
export function isSigned(request: {
  authToken: string
  signature: string | string[] | undefined
  url: string
  parameters: SignedParameters
}): boolean {
  const { authToken, signature, url, parameters } = request
  if (typeof signature !== 'string' || signature === '') return false
  return twilio.validateRequest(authToken, signature, url, parameters)
}
