import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { toIso } from '../db/instants.ts'
import { type WebhookMessage, writeWebhookMessages } from '../db/webhook-outbox.ts'
import type { Call } from '../domain/call.schema.ts'
import type { CallEventType, CallStatus } from '../domain/call-status.ts'
import { webhookEventsOf } from '../domain/webhook-events.ts'
import { openCase } from './open-case.ts'

/** A call as it is now, and what became of it. */
export type ChangedCall = {
  from: CallStatus
  call: Call
  /** What happened to it; null where only its words changed. */
  event: CallEventType | null
  isScored?: boolean
}

/**
 * What follows from changes of calls, in their transaction: a low score opens a case, and what other
 * programs asked to be told of is written down to be sent.
 */
export async function followUpChanges(
  tx: DbTransaction,
  input: { organizationId: string; changed: readonly ChangedCall[]; now: Temporal.Instant },
): Promise<void> {
  const { organizationId, changed, now } = input
  const messages: WebhookMessage[] = []
  for (const { from, call, event, isScored = false } of changed) {
    const events: string[] = webhookEventsOf({ from, event }, call)
    if (isScored && (await openCase(tx, { call, now }))) events.push('call.low_score')
    for (const type of events) {
      const body = JSON.stringify({ type, timestamp: toIso(now), data: { call } })
      messages.push({ event: type, callId: call.id, body })
    }
  }
  await writeWebhookMessages(tx, { organizationId, messages, now })
}
