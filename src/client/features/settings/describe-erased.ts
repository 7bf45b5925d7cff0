import type { Erased } from '../../../server/domain/customer.schema.ts'
import { plural, t } from '../../i18n/t.ts'
import { readerLocale } from '../../lib/reader-locale.ts'

/** "2 visits, 1 call and 1 recording are erased." */
export function describeErased(erased: Erased): string {
  const { serviceRecords, calls, transcripts, recordings } = erased
  const parts = [
    serviceRecords > 0 && plural(serviceRecords, '{n} visit', '{n} visits'),
    calls > 0 && plural(calls, '{n} call', '{n} calls'),
    transcripts > 0 && plural(transcripts, '{n} transcript', '{n} transcripts'),
    recordings > 0 && plural(recordings, '{n} recording', '{n} recordings'),
  ].filter((part) => part !== false)
  if (parts.length === 0)
    return t('There was nothing about this number. It is not called from now on.')
  const list = new Intl.ListFormat(readerLocale()).format(parts)
  return plural(
    serviceRecords + calls + transcripts + recordings,
    '{list} is erased. The number is not called again.',
    '{list} are erased. The number is not called again.',
    { list },
  )
}
