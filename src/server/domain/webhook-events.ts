import type { Call } from './call.schema.ts'
import type { CallEventType, CallStatus } from './call-status.ts'

/** What other programs can be told of. */
export const webhookEvents = ['call.completed', 'call.missed', 'call.low_score'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Sent when somebody tries an endpoint out, whatever events that one wants. */
export const testEvent = 'webhook.test'

/**
 * What other programs are told when a call goes from one status to another. What could not be placed
 * counts as missed too: `dueAt` in the message says when it is tried again, or null that it is not,
 * even where an earlier message announced a retry. Nothing is told of demo calls, nor of a change that
 * a person takes back: nobody was called.
 */
export function webhookEventsOf(
  { from, event }: { from: CallStatus; event: CallEventType | null },
  call: Pick<Call, 'status' | 'isDemo'>,
) {
  const { status, isDemo } = call
  const events: WebhookEvent[] = []
  if (isDemo || event === 'restored' || (from === status && event !== 'expired')) return events
  if (status === 'completed') events.push('call.completed')
  if (status === 'missed' || status === 'failed') events.push('call.missed')
  return events
}
