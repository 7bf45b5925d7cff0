import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { z } from 'zod'
import { CallsPage } from './features/calls/CallsPage.tsx'
import { callsAddressSchema } from './features/calls/calls-address.ts'
import { AppFrame } from './shell/AppFrame.tsx'
import { PageFailed } from './shell/PageFailed.tsx'
import { PageNotFound } from './shell/PageNotFound.tsx'

const rootRoute = createRootRoute({
  component: AppFrame,
  validateSearch: z.object({
    /** The import dialog is open over whatever page it is. */
    import: z.literal(true).optional().catch(undefined),
  }),
})

const callsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: callsAddressSchema,
  component: CallsPage,
})

const scheduleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schedule',
  component: lazyRouteComponent(() => import('./shell/SchedulePage.tsx'), 'SchedulePage'),
})

const demoRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/demo',
  component: lazyRouteComponent(() => import('./shell/DemoPage.tsx'), 'DemoPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([callsRoute, scheduleRoute, demoRoute]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: PageNotFound,
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
