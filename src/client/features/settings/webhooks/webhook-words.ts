import type { WebhookDelivery, WebhookEndpoint } from '../../../../server/domain/webhook.schema.ts'
import { testEvent, type WebhookEvent } from '../../../../server/domain/webhook-events.ts'
import { statusLooks } from '../../../components/status-looks.ts'

/** What each event is, and when it happens. */
export const eventWords: Record<WebhookEvent, { name: string; what: string }> = {
  'call.completed': { name: 'Call completed', what: 'A customer answered to the end.' },
  'call.missed': {
    name: 'Call missed',
    what: 'Nobody answered, or the call could not be placed. It says when it is tried again.',
  },
  'call.low_score': { name: 'Low score', what: 'A score of 0 to 6 opened a case.' },
}

const names = new Map<string, string>([
  ...Object.entries(eventWords).map(([event, { name }]) => [event, name] as const),
  [testEvent, 'Test'],
])
export const eventName = (event: string): string => names.get(event) ?? event

type When = (at: string) => string

/** "Sends" or why it does not. */
export function endpointWords(endpoint: WebhookEndpoint, when: When): string {
  const { isEnabled, disabledReason, failingSince } = endpoint
  if (!isEnabled) return disabledReason ? `Disabled by itself: ${disabledReason}` : 'Disabled'
  return failingSince ? `Nothing has got through since ${when(failingSince)}` : 'In use'
}

const { good, bad, calm } = {
  ...{ good: statusLooks.completed, bad: statusLooks.failed, calm: statusLooks.ready },
}

export function deliveryLook({ status, tries }: WebhookDelivery) {
  if (status === 'delivered') return { tone: good.tone, icon: good.icon, children: 'Delivered' }
  if (status === 'failed') return { tone: bad.tone, icon: bad.icon, children: 'Not delivered' }
  return {
    tone: calm.tone,
    icon: calm.icon,
    children: tries === 0 ? 'On its way' : 'To be sent again',
  }
}

/** "Answered 503 at the 2nd try, next today 3:20 PM". */
export function deliveryWords(delivery: WebhookDelivery, when: When): string {
  const { tries, triedAt, statusCode, problem, status, dueAt } = delivery
  if (tries === 0 && triedAt === null) return 'Not tried yet.'
  const end = statusCode === null ? (problem ?? 'No answer yet.') : `Answered ${statusCode}.`
  const count = tries > 1 ? ` Tried ${tries} times.` : ''
  const next = status === 'waiting' && dueAt !== null ? ` Next try ${when(dueAt)}.` : ''
  return `${end}${count}${next}`
}
