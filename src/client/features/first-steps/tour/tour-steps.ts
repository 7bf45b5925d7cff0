import type { Right } from '../../../../server/domain/rights.ts'
import { t } from '../../../i18n/t.ts'

export type TourStep = {
  id: string
  /** What the step is about: the first of these that is in sight. */
  target: string
  title: string
  words: string
  right?: Right
}

export const tourSteps: readonly TourStep[] = [
  {
    id: 'tabs',
    target: '[data-tour="tabs"]',
    title: t('Three lists that move by themselves'),
    words: t(
      'A call waits under Ready for Call, and goes on to Completed or Missed as it happens. Nothing is to be reloaded.',
    ),
  },
  {
    id: 'call',
    target: '[data-call], article',
    title: t('One click opens a call'),
    words: t(
      'You see what the customer said, hear it, and read why a call is not being placed now.',
    ),
  },
  {
    id: 'live',
    target: '[data-live]',
    title: t('Always as it is now'),
    words: t('This mark says so, and tells you if the connection is lost and since when.'),
  },
  {
    id: 'import',
    target: '[data-tour="import"]',
    title: t('Visits become calls'),
    words: t('Import the file of your workshop, or drop it anywhere on the page.'),
    right: 'visits.write',
  },
  {
    id: 'places',
    target: '[data-tour="places"]',
    title: t('Everything else is here'),
    words: t(
      'Cases that low scores opened, the figures, and the schedule that says when calls may be placed.',
    ),
  },
  {
    id: 'user',
    target: '[data-tour="user"]',
    title: t('Keys for everything'),
    words: t(
      'Press ? for the keys, or Ctrl+K to find anything. This tour is in here, to see it again.',
    ),
  },
]
