import { IconFlask } from '@tabler/icons-react'
import { t } from '../i18n/t.ts'
import { Mark } from './Mark.tsx'

export const sampleTitle = t('Sample data: the customer is invented, and no phone rings')

/** Said of an invented customer who stands among real ones. */
export function SampleMark() {
  return (
    <Mark tone="quiet" icon={IconFlask} title={sampleTitle}>
      {t('Sample')}
    </Mark>
  )
}
