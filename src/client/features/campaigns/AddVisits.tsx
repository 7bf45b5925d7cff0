import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { CountAndAdd } from './CountAndAdd.tsx'
import { PickVisits } from './PickVisits.tsx'
import { VisitsByTime } from './VisitsByTime.tsx'
import type { WantedVisits } from './wanted-visits.ts'

/** Puts visits into a campaign: all of a stretch of time, or those that are picked. */
export function AddVisits({ campaignId }: { campaignId: string }) {
  const [how, setHow] = useState('time')
  const [wanted, setWanted] = useState<WantedVisits | null>(null)
  const Choice = how === 'time' ? VisitsByTime : PickVisits
  return (
    <Stack gap="sm" mt="md">
      <SegmentedControl
        aria-label={t('How to choose visits')}
        w="fit-content"
        maw="100%"
        value={how}
        onChange={(next) => {
          setHow(next)
          setWanted(null)
        }}
        data={[
          { value: 'time', label: t('By date') },
          { value: 'pick', label: t('One by one') },
        ]}
      />
      <Choice onChange={setWanted} />
      <CountAndAdd campaignId={campaignId} wanted={wanted} />
    </Stack>
  )
}
