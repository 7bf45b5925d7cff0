import { invite, makeKey, openedViews } from './opened-views.ts'
import {
  hasButton,
  hasCalls,
  hasHeading,
  hasRegion,
  openFirstCall,
  openHeardCall,
  type View,
} from './view.ts'

const pages: readonly View[] = [
  { name: 'ready', address: '/', arrive: hasCalls },
  { name: 'missed', address: '/?tab=missed', arrive: hasCalls },
  { name: 'completed', address: '/?tab=completed', arrive: hasCalls },
  { name: 'ready-call', address: '/', arrive: openFirstCall },
  { name: 'missed-call', address: '/?tab=missed', arrive: openFirstCall },
  { name: 'completed-call', address: '/?tab=completed', arrive: openHeardCall },
  { name: 'import', address: '/?import=true', arrive: hasButton('Choose a file') },
  {
    name: 'insights',
    address: '/insights',
    arrive: hasRegion('Best hours'),
  },
  { name: 'cases', address: '/cases', arrive: hasHeading },
  { name: 'schedule', address: '/schedule', arrive: hasButton('Pause calling') },
  { name: 'campaigns', address: '/campaigns', arrive: hasHeading },
  { name: 'campaign', address: '/campaigns/new', arrive: hasHeading },
  { name: 'script', address: '/script', arrive: hasButton('Answer the call in English') },
  { name: 'do-not-call', address: '/do-not-call', arrive: hasHeading },
  { name: 'demo', address: '/demo', arrive: hasButton('Create demo call') },
  { name: 'stage', address: '/stage', arrive: hasButton('Start') },
  { name: 'account', address: '/settings/account', arrive: hasHeading },
  { name: 'team', address: '/settings/team', arrive: hasHeading },
  { name: 'keys', address: '/settings/keys', arrive: hasHeading },
  { name: 'webhooks', address: '/settings/webhooks', arrive: hasHeading },
  { name: 'sample', address: '/settings/sample', arrive: hasButton('Remove sample data') },
  { name: 'not-found', address: '/nowhere', arrive: hasHeading },
  { name: 'sign-in', address: '/sign-in', arrive: hasHeading, isDoor: true },
  { name: 'set-up', address: '/set-up', arrive: hasHeading, isDoor: true },
]

const ofOwner: readonly View[] = [
  { name: 'organization', address: '/settings/organization', arrive: hasHeading },
  { name: 'erase', address: '/settings/erase', arrive: hasHeading },
  { name: 'made-key', address: '/settings/keys', arrive: makeKey },
  { name: 'invited', address: '/settings/team', arrive: invite },
  {
    name: 'join',
    address: '/settings/team',
    async arrive(page) {
      await page.goto(await invite(page))
      await page.getByRole('button', { name: 'Join' }).waitFor()
    },
  },
  { name: 'audit', address: '/settings/audit', arrive: hasHeading },
]

const onPaper: readonly View[] = [
  { name: 'printed-call', address: '/?tab=completed', arrive: openFirstCall },
  { name: 'printed-insights', address: '/insights', arrive: hasRegion('Best hours') },
]

const inSpanish: readonly View[] = [
  { name: 'spanish-ready', address: '/', arrive: hasCalls },
  { name: 'spanish-missed', address: '/?tab=missed', arrive: hasCalls },
  { name: 'spanish-completed', address: '/?tab=completed', arrive: hasCalls },
  { name: 'spanish-call', address: '/?tab=completed', arrive: openHeardCall },
  { name: 'spanish-import', address: '/?import=true', arrive: hasHeading },
  { name: 'spanish-insights', address: '/insights', arrive: hasHeading },
  { name: 'spanish-cases', address: '/cases', arrive: hasHeading },
  { name: 'spanish-schedule', address: '/schedule', arrive: hasHeading },
  { name: 'spanish-campaign', address: '/campaigns/new', arrive: hasHeading },
  { name: 'spanish-script', address: '/script', arrive: hasHeading },
  { name: 'spanish-demo', address: '/demo', arrive: hasHeading },
  { name: 'spanish-stage', address: '/stage', arrive: hasHeading },
  { name: 'spanish-account', address: '/settings/account', arrive: hasHeading },
  { name: 'spanish-webhooks', address: '/settings/webhooks', arrive: hasHeading },
]

const ofNothing: readonly View[] = [
  { name: 'first-steps', address: '/', arrive: hasRegion('Your first steps') },
  { name: 'no-completed', address: '/?tab=completed', arrive: hasHeading },
  { name: 'no-insights', address: '/insights', arrive: hasHeading },
  { name: 'no-cases', address: '/cases', arrive: hasHeading },
  { name: 'no-campaigns', address: '/campaigns', arrive: hasHeading },
  { name: 'no-sample', address: '/settings/sample', arrive: hasButton('Put sample data in') },
]

export const views: readonly View[] = [
  ...pages,
  ...openedViews,
  ...onPaper.map((view) => ({ ...view, isOnPaper: true, only: { width: 1440 } })),
  // Colours are no other in another language.
  ...inSpanish.map((view) => ({
    ...view,
    language: 'es' as const,
    only: { colorScheme: 'light' as const },
  })),
  ...[...ofNothing, ...ofOwner].map((view) => ({ ...view, isOwned: true })),
]
