import type { CallEdit as PastEdit } from '../../../../server/domain/call-history.schema.ts'
import { t } from '../../../i18n/t.ts'
import { fieldWords, valueWords } from '../../../lib/change-words.ts'
import type { CallEdit } from './use-save-call.ts'

const deeds = new Map<string, string>([
  ['call.updated', t('changed this call')],
  ['call.placed_now', t('had it placed at once')],
  ['call.retried', t('sent it back to be called')],
  ['call.rescheduled', t('rescheduled it')],
  ['call.canceled', t('canceled it')],
  ['call.judged', t('judged whether it rang')],
  ['call.restored', t('took back a change of it')],
  ['call.reworded', t('corrected its visit')],
  ['call.joined', t('had it ask about another visit, too')],
  ['call.left', t('took a visit out of it')],
  ['demo_call.initiated', t('started it')],
])

/** What was done to a call, to be read after a name; by its own name where it has no words yet. */
export const deedWords = (action: string): string =>
  deeds.get(action) ?? action.replaceAll(/[._]/g, ' ')

/** As `deedWords`, with the file that corrected the call, or the visit that joined or left it. */
export function editDeed({ action, before, after }: PastEdit): string {
  if (typeof after?.fileName === 'string') {
    return t('corrected its visit with the file {file}', { file: after.fileName })
  }
  if (typeof after?.undoneFileName === 'string') {
    return t('undid the import of {file}', { file: after.undoneFileName })
  }
  if (action === 'call.joined' && typeof after?.externalId === 'string') {
    return t('had it ask about the visit {order}, too', { order: after.externalId })
  }
  if (action === 'call.left' && typeof before?.externalId === 'string') {
    return t('took the visit {order} out of it', { order: before.externalId })
  }
  return deedWords(action)
}

/** Follows from what somebody wanted or is told where the attempts are; files and visits stand in the deed. */
const consequences = new Set([
  'status',
  'outcome',
  'attemptCount',
  'scheduledTime',
  'fileName',
  'undoneFileName',
  'serviceRecordId',
  'externalId',
])

/** Instants, some of which the facts of the call call otherwise. */
const instants = new Map<string, string>([
  ['dueAt', t('Due')],
  ['expiresAt', t('Not later than')],
  ['serviceCompletedAt', t('Visit ended')],
  ['startTime', t('Started')],
  ['endTime', t('Ended|a call')],
])

/** What became of each field that was changed: `Notes: – → Prefers mornings`. */
export function editedFields(
  { before, after }: PastEdit,
  when: (instant: string) => string,
): string[] {
  const names = Object.keys(after ?? {}).filter((name) => !consequences.has(name))
  return names.map((name) => {
    const words = (value: unknown) =>
      instants.has(name) && typeof value === 'string' ? when(value) : valueWords(value)
    const label = instants.get(name) ?? fieldWords(name)
    return `${label}: ${words(before?.[name])} → ${words(after?.[name])}`
  })
}

/** What somebody wanted a call to say, as they wrote it: `Notes: Prefers mornings`. */
export const unsavedWords = (edit: CallEdit): string =>
  Object.entries(edit)
    .map(([name, value]) => {
      const words = typeof value === 'string' ? value : valueWords(value)
      return `${fieldWords(name)}: ${words}`
    })
    .join('\n')
