import type { AttemptNews } from '../../../../server/domain/call.schema.ts'
import { callOutcomes } from '../../../../server/domain/call-status.ts'
import { outcomeWords } from '../../../components/status-looks.ts'
import { t } from '../../../i18n/t.ts'
import { withReadersClock } from '../../../lib/format-time.ts'

/** Who said so. */
export const sourceWords: Record<AttemptNews['source'], string> = {
  we: 'Ringback',
  callback: t('told by the provider'),
  look_up: t('asked the provider'),
  timeout: t('no news in time'),
}

const words: Record<string, string> = {
  claimed: t('Taken from the queue'),
  sent: t('Sent to the provider'),
  accepted: t('Accepted by the provider'),
  ringing: t('Rings'),
  answered: t('Answered'),
  lost: t('Not heard of any more'),
  'never sent': t('Never sent, so nothing rang'),
  'judged: it_rang': t('Judged by a person: it rang'),
  'judged: it_did_not_ring': t('Judged by a person: it did not ring'),
  'not sent: paused': t('Not sent: calling was paused'),
  'not sent: opted_out': t('Not sent: the customer asked not to be called'),
}

/** What happened, in words; an end with how it ended, giving up with its reason. */
export function stepWords(event: string): string {
  const [, reason] = /^not tried again: (.*)$/.exec(event) ?? []
  if (reason !== undefined)
    return t('Not tried again. {reason}', { reason: withReadersClock(reason) })
  const [, ended] = /^ended: (.*)$/.exec(event) ?? []
  const [, limit] = /^recording not kept: larger than (.*)$/.exec(event) ?? []
  if (limit !== undefined)
    return t('The recording was too large to keep: more than {limit}', { limit })
  const outcome = callOutcomes.find((known) => known === ended)
  if (outcome !== undefined) return t('Ended: {how}', { how: outcomeWords[outcome].toLowerCase() })
  return words[event] ?? event.replaceAll('_', ' ')
}

export type AttemptStep = AttemptNews & { key: string }

/** In the order in which they came, each with a key of its own: providers repeat themselves. */
export function attemptSteps(history: readonly AttemptNews[]): AttemptStep[] {
  const seen = new Map<string, number>()
  return history.map((news) => {
    const what = `${news.at} ${news.source} ${news.event} ${news.applied}`
    const times = (seen.get(what) ?? 0) + 1
    seen.set(what, times)
    return { ...news, key: `${what} ${times}` }
  })
}
