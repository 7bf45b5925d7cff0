import type { TranscriptSegment } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'

export const speakerWords: Record<TranscriptSegment['speaker'], string> = {
  agent: 'Ringback',
  customer: t('Customer'),
}
