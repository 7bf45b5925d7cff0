import type { CallEdit as PastEdit } from '../../../../server/domain/call-history.schema.ts'
import { t } from '../../../i18n/t.ts'
import { fieldWords, valueWords } from '../../../lib/change-words.ts'
import type { CallEdit } from './use-save-call.ts'

const deeds = new Map<string, string>([
  ['call.created', t('created this call')],
  ['call.updated', t('changed this call')],
  ['call.placed_now', t('had it placed at once')],
  ['call.retried', t('sent it back to be called')],
  ['call.rescheduled', t('rescheduled it')],
  ['call.canceled', t('canceled it')],
  ['call.judged', t('judged whether it rang')],
  ['call.restored', t('took back a change of it')],
  ['demo_call.created', t('created this demo call')],
  ['demo_call.initiated', t('started it')],
])

/** What was done to a call, to be read after a name; by its own name where it has no words yet. */
export const deedWords = (action: string): string =>
  deeds.get(action) ?? action.replaceAll(/[._]/g, ' ')

/** Follows from what somebody wanted, and is told where the attempts are. */
const consequences = new Set(['status', 'outcome', 'expiresAt', 'attemptCount', 'scheduledTime'])

/** What became of each field that was changed by hand: `Notes: – → Prefers mornings`. */
export function editedFields({ before, after }: PastEdit): string[] {
  const names = Object.keys(after ?? {}).filter((name) => !consequences.has(name))
  return names.map(
    (name) => `${fieldWords(name)}: ${valueWords(before?.[name])} → ${valueWords(after?.[name])}`,
  )
}

/** What somebody wanted a call to say, as they wrote it: `Notes: Prefers mornings`. */
export const unsavedWords = (edit: CallEdit): string =>
  Object.entries(edit)
    .map(([name, value]) => {
      const words = typeof value === 'string' ? value : valueWords(value)
      return `${fieldWords(name)}: ${words}`
    })
    .join('\n')
