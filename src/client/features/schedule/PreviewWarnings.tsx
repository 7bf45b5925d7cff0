import { IconMapPinExclamation } from '@tabler/icons-react'
import type { PreviewResult } from '../../../server/domain/schedule-preview.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { plural } from '../../i18n/t.ts'
import { withReadersClock } from '../../lib/format-time.ts'

/** Customers whom the draft could never call, each with the reason. */
export function PreviewWarnings({ warnings }: Pick<PreviewResult, 'warnings'>) {
  return warnings.map(({ timeZones, campaignName, waiting, reason }) => (
    <ToneNotice
      key={`${campaignName ?? ''} ${timeZones.join()}`}
      tone="missed"
      icon={IconMapPinExclamation}
      title={titleOf(waiting, campaignName)}
    >
      {withReadersClock(reason)}.
    </ToneNotice>
  ))
}

const titleOf = (waiting: number, campaign: string | null) =>
  campaign === null
    ? plural(waiting, '{n} call could never go out', '{n} calls could never go out')
    : plural(
        waiting,
        '{n} call of {campaign} could never go out',
        '{n} calls of {campaign} could never go out',
        { campaign },
      )
