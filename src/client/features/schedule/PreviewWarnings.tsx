import { IconMapPinExclamation } from '@tabler/icons-react'
import type { PreviewResult } from '../../../server/domain/schedule-preview.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { withReadersClock } from '../../lib/format-time.ts'
import { callsWord } from './preview-words.ts'

/** Customers whom the draft could never call, each with the reason. */
export function PreviewWarnings({ warnings }: Pick<PreviewResult, 'warnings'>) {
  return warnings.map(({ timeZones, campaignName, waiting, reason }) => (
    <ToneNotice
      key={`${campaignName ?? ''} ${timeZones.join()}`}
      tone="missed"
      icon={IconMapPinExclamation}
      title={`${callsWord(waiting)}${campaignName === null ? '' : ` of ${campaignName}`} could never go out`}
    >
      {withReadersClock(reason)}.
    </ToneNotice>
  ))
}
