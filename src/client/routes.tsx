import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { readComeInAddress } from './features/auth/come-in-address.ts'
import { readCallsAddress } from './features/calls/calls-address.ts'
import { readCasesAddress } from './features/cases/cases-address.ts'
import { readInsightsAddress } from './features/insights/insights-address.ts'
import { readAuditAddress } from './features/settings/audit-address.ts'
import { addressOf, flag } from './lib/address.ts'
import type { Session } from './lib/session.tsx'
import { AppFrame } from './shell/AppFrame.tsx'
import { CallsHome } from './shell/CallsHome.tsx'
import { Opening } from './shell/Opening.tsx'
import { OpeningFailed } from './shell/OpeningFailed.tsx'
import { PageFailed } from './shell/PageFailed.tsx'
import { PageNotFound } from './shell/PageNotFound.tsx'

type RouterContext = { session: Session }

const rootRoute = createRootRouteWithContext<RouterContext>()({
  errorComponent: OpeningFailed,
  pendingComponent: Opening,
})

/** Sends who is not signed in to the door, and remembers where they were going. */
async function mustBeSignedIn({ context, location }: Arrival) {
  if (await context.session.isSignedIn()) return
  const to = location.href === '/' ? undefined : location.href
  throw redirect({ to: '/sign-in', search: { to }, replace: true })
}
type Arrival = { context: RouterContext; location: { href: string } }

/** Everything that only who is signed in may see. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  component: AppFrame,
  validateSearch: addressOf({
    /** The import dialog is open over whatever page it is. */
    import: flag,
  }),
  beforeLoad: mustBeSignedIn,
})

const callsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  validateSearch: readCallsAddress,
  component: CallsHome,
})

const casesRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/cases',
  validateSearch: readCasesAddress,
  component: lazyRouteComponent(() => import('./shell/CasesPage.tsx'), 'CasesPage'),
})

const insightsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/insights',
  validateSearch: readInsightsAddress,
  component: lazyRouteComponent(() => import('./shell/InsightsPage.tsx'), 'InsightsPage'),
})

const scheduleRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./shell/SchedulePage.tsx'), 'SchedulePage'),
})

const campaignsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./shell/CampaignsPage.tsx'), 'CampaignsPage'),
})

const campaignRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(() => import('./shell/CampaignPage.tsx'), 'CampaignPage'),
})

const scriptPage = () => import('./shell/ScriptPage.tsx')

const scriptRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/script',
  component: lazyRouteComponent(scriptPage, 'ScriptPage'),
})

const campaignScriptRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/script/$campaignId',
  component: lazyRouteComponent(scriptPage, 'ScriptPage'),
})

const doNotCallRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/do-not-call',
  component: lazyRouteComponent(() => import('./shell/DoNotCallPage.tsx'), 'DoNotCallPage'),
})

const demoRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/demo',
  component: lazyRouteComponent(() => import('./shell/DemoPage.tsx'), 'DemoPage'),
})

/** For a whole screen, without the page's own bars. */
const stageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stage',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./shell/StagePage.tsx'), 'StagePage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./shell/SettingsFrame.tsx'), 'SettingsFrame'),
})

const settingsHomeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad() {
    throw redirect({ to: '/settings/account', replace: true })
  },
})

const settingsPages = () => import('./shell/settings-pages.tsx')

const accountSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/account',
  component: lazyRouteComponent(settingsPages, 'AccountPage'),
})

const organizationSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/organization',
  component: lazyRouteComponent(settingsPages, 'OrganizationPage'),
})

const teamSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/team',
  component: lazyRouteComponent(settingsPages, 'TeamPage'),
})

const keySettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/keys',
  component: lazyRouteComponent(settingsPages, 'KeysPage'),
})

const webhookSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks',
  component: lazyRouteComponent(settingsPages, 'WebhooksPage'),
})

const sampleRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/sample',
  component: lazyRouteComponent(settingsPages, 'SamplePage'),
})

const auditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit',
  validateSearch: readAuditAddress,
  component: lazyRouteComponent(settingsPages, 'AuditPage'),
})

const eraseRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/erase',
  component: lazyRouteComponent(settingsPages, 'ErasePage'),
})

const unknownRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '$',
  component: PageNotFound,
})

/** The doors: for who is not signed in yet. */
const doorRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'door',
  component: lazyRouteComponent(() => import('./features/auth/DoorFrame.tsx'), 'DoorFrame'),
  validateSearch: readComeInAddress,
  async beforeLoad({ context, search }) {
    if (await context.session.isSignedIn()) throw redirect({ href: search.to ?? '/' })
  },
})

const signInRoute = createRoute({
  getParentRoute: () => doorRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./features/auth/SignInPage.tsx'), 'SignInPage'),
})

const setUpRoute = createRoute({
  getParentRoute: () => doorRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./features/auth/SetUpPage.tsx'), 'SetUpPage'),
})

/** Open to who is signed in as well: an invitation may lead to one more organization. */
const invitationDoorRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'invitation-door',
  component: lazyRouteComponent(() => import('./features/auth/DoorFrame.tsx'), 'DoorFrame'),
})

const joinRoute = createRoute({
  getParentRoute: () => invitationDoorRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./features/auth/JoinPage.tsx'), 'JoinPage'),
})

const routeTree = rootRoute.addChildren([
  insideRoute.addChildren([
    callsRoute,
    casesRoute,
    insightsRoute,
    scheduleRoute,
    campaignsRoute,
    campaignRoute,
    scriptRoute,
    campaignScriptRoute,
    doNotCallRoute,
    demoRoute,
    settingsRoute.addChildren([
      settingsHomeRoute,
      accountSettingsRoute,
      organizationSettingsRoute,
      teamSettingsRoute,
      keySettingsRoute,
      webhookSettingsRoute,
      sampleRoute,
      auditRoute,
      eraseRoute,
    ]),
    unknownRoute,
  ]),
  stageRoute,
  doorRoute.addChildren([signInRoute, setUpRoute]),
  invitationDoorRoute.addChildren([joinRoute]),
])

export const createAppRouter = (context: RouterContext) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultNotFoundComponent: PageNotFound,
    defaultErrorComponent: PageFailed,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
