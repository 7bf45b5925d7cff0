import { useRights } from '../../lib/rights.tsx'
import { useHasSeenTour } from '../../lib/tour.ts'
import { SampleNotice } from './SampleNotice.tsx'
import { TourOffer } from './tour/TourOffer.tsx'

/** What a newcomer is told above the calls; one thing at a time. */
export function FirstNotices() {
  const hasSeenTour = useHasSeenTour()
  const isKeeper = useRights().has('visits.write')
  if (!hasSeenTour) return <TourOffer />
  return isKeeper && <SampleNotice />
}
