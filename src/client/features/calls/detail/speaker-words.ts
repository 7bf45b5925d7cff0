import type { TranscriptSegment } from '../../../../server/domain/call.schema.ts'

export const speakerWords: Record<TranscriptSegment['speaker'], string> = {
  agent: 'Ringback',
  customer: 'Customer',
}
