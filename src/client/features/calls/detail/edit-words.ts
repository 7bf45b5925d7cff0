import type { CallEdit } from '../../../../server/domain/call-history.schema.ts'
import { fieldWords, valueWords } from '../../../lib/change-words.ts'

const deeds = new Map<string, string>([
  ['call.created', 'created this call'],
  ['call.updated', 'changed this call'],
  ['call.placed_now', 'had it placed at once'],
  ['call.retried', 'sent it back to be called'],
  ['call.rescheduled', 'rescheduled it'],
  ['call.canceled', 'canceled it'],
  ['call.judged', 'judged whether it rang'],
  ['demo_call.created', 'created this demo call'],
  ['demo_call.initiated', 'started it'],
])

/** What was done to a call, to be read after a name; by its own name where it has no words yet. */
export const deedWords = (action: string): string =>
  deeds.get(action) ?? action.replaceAll(/[._]/g, ' ')

/** Follows from what somebody wanted, and is told where the attempts are. */
const consequences = new Set(['status', 'outcome', 'expiresAt', 'attemptCount', 'scheduledTime'])

/** What became of each field that was changed by hand: `Notes: – → Prefers mornings`. */
export function editedFields({ before, after }: CallEdit): string[] {
  const names = Object.keys(after ?? {}).filter((name) => !consequences.has(name))
  return names.map(
    (name) => `${fieldWords(name)}: ${valueWords(before?.[name])} → ${valueWords(after?.[name])}`,
  )
}
