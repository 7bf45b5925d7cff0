import { createPart, usePart } from '../../../lib/part.ts'
import { useIsTourRunning } from '../../../lib/tour.ts'

const tourPart = createPart(async () => (await import('./Tour.tsx')).Tour)

/** Where the tour goes, once somebody starts it. */
export function TourPlace() {
  const isRunning = useIsTourRunning()
  const Tour = usePart(tourPart, isRunning)
  return isRunning && Tour && <Tour />
}
