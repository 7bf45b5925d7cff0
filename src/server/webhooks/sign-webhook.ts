import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Temporal } from 'temporal-polyfill'

/** A secret as Standard Webhooks writes it, of as many bytes as it recommends. */
export const createWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The headers of Standard Webhooks: one signature for each secret that counts. */
export function signWebhook(message: {
  id: string
  body: string
  secrets: readonly string[]
  now: Temporal.Instant
}): Record<string, string> {
  const { id, body, secrets } = message
  const at = new Date(message.now.epochMilliseconds)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
