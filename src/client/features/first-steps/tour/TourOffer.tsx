import { Button } from '@mantine/core'
import { IconMap2 } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { endTour, startTour } from '../../../lib/tour.ts'
import { QuietNotice } from '../QuietNotice.tsx'

/** Offered to who has neither taken nor declined it in this browser. */
export function TourOffer() {
  return (
    <QuietNotice icon={IconMap2} label={t('Tour')} words={t('New here?')}>
      <Button size="compact-sm" variant="default" onClick={startTour}>
        {t('Show me around')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={endTour}>
        {t('No, thanks')}
      </Button>
    </QuietNotice>
  )
}
