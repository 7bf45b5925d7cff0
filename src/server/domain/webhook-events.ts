import type { Call } from './call.schema.ts'
import type { CallEventType, CallStatus } from './call-status.ts'

/** What other programs can be told of. */
export const webhookEvents = ['call.completed', 'call.missed', 'call.low_score'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Sent when somebody tries an endpoint out; everybody gets it who asks. */
export const testEvent = 'webhook.test'

/**
 * What another program is told because a call went from one status to another. Missed is also what
 * could not be placed: `dueAt` in the message says when it is tried again, null that it is not, as
 * where a retry that was told of has lapsed. Nothing is told of demo calls, nor where a person took
 * a change back: nobody was called.
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
