import type { WebhookDelivery, WebhookEndpoint } from '../../../../server/domain/webhook.schema.ts'
import { testEvent, type WebhookEvent } from '../../../../server/domain/webhook-events.ts'
import { statusLooks } from '../../../components/status-looks.ts'
import { ofServer, plural, t } from '../../../i18n/t.ts'

/** What each event is, and when it happens. */
export const eventWords: Record<WebhookEvent, { name: string; what: string }> = {
  'call.completed': { name: t('Call completed'), what: t('A customer answered to the end.') },
  'call.missed': {
    name: t('Call missed'),
    what: t('Nobody answered, or the call could not be placed. It says when it is tried again.'),
  },
  'call.low_score': { name: t('Low score'), what: t('A low score opened a case.') },
}

const names = new Map<string, string>([
  ...Object.entries(eventWords).map(([event, { name }]) => [event, name] as const),
  [testEvent, t('Test')],
])
export const eventName = (event: string): string => names.get(event) ?? event

type When = (at: string) => string

/** "Sends" or why it does not. */
export function endpointWords(endpoint: WebhookEndpoint, when: When): string {
  const { isEnabled, disabledReason, failingSince } = endpoint
  if (!isEnabled)
    return disabledReason
      ? t('Disabled by itself: {reason}', { reason: ofServer(disabledReason) })
      : t('Disabled')
  return failingSince
    ? t('Nothing has got through since {when}', { when: when(failingSince) })
    : t('In use')
}

const { good, bad, calm } = {
  good: statusLooks.completed,
  bad: statusLooks.failed,
  calm: statusLooks.ready,
}

export function deliveryLook({ status, tries }: WebhookDelivery) {
  if (status === 'delivered') return { tone: good.tone, icon: good.icon, children: t('Delivered') }
  if (status === 'failed') return { tone: bad.tone, icon: bad.icon, children: t('Not delivered') }
  return {
    tone: calm.tone,
    icon: calm.icon,
    children: tries === 0 ? t('On its way') : t('To be sent again'),
  }
}

/** "Answered 503 at the 2nd try, next today 3:20 PM". */
export function deliveryWords(delivery: WebhookDelivery, when: When): string {
  const { tries, triedAt, statusCode, problem, status, dueAt } = delivery
  if (tries === 0 && triedAt === null) return t('Not tried yet.')
  const end =
    statusCode === null
      ? problem === null
        ? t('No answer yet.')
        : ofServer(problem)
      : t('Answered {status}.', { status: statusCode })
  const count = tries > 1 && plural(tries, 'Tried once.', 'Tried {n} times.')
  const next =
    status === 'waiting' && dueAt !== null && t('Next try {when}.', { when: when(dueAt) })
  return [end, count, next].filter((part) => part !== false).join(' ')
}
