import { notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCQueryUtils } from '@trpc/react-query'
import { failureCode } from './components/failure-reason.ts'
import { createCallDrafts } from './features/calls/detail/call-drafts.ts'
import { forgetFirstAnswers, takeFirstAnswer, whenAnsweredMs } from './first-sight/first-answers.ts'
import { firstList, questionsOfFrame } from './first-sight/first-questions.ts'
import { createSession } from './lib/session.tsx'
import { openSharedLink } from './lib/shared-socket/open-shared-link.ts'
import { createTrpcClient } from './lib/trpc.ts'
import { createAppRouter } from './routes.tsx'

const MAX_RETRIES = 2
// The server has answered, and would answer the same again.
const finalCodes = new Set(['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN', 'UNAUTHORIZED', 'CONFLICT'])

// What the doors still show while somebody goes through them; it is nobody's in particular.
const answersOfDoors = new Set(['["account","status"]', '["account","invitation"]'])

/** What lasts as long as the page: its answers, its connection, who is signed in, and where it is. */
export function createPage() {
  const whenUnknown = (then: () => void) => ({
    onError: (error: unknown) => {
      if (failureCode(error) === 'UNAUTHORIZED') then()
    },
  })
  const queryClient = new QueryClient({
    queryCache: new QueryCache(whenUnknown(() => session.end())),
    // It may be that only a password was wrong.
    mutationCache: new MutationCache(whenUnknown(() => session.check('refused'))),
    defaultOptions: {
      queries: {
        // The feed keeps answers current; asking again by itself would only cost.
        staleTime: 30_000,
        retry: (count, error) => count < MAX_RETRIES && !finalCodes.has(failureCode(error) ?? ''),
      },
      // Without a network an action fails at once, where somebody sees it: kept until the network is
      // back, it would ring a customer when nobody asks for it any more.
      mutations: { networkMode: 'always' },
    },
  })
  const trpcClient = createTrpcClient({
    origin: window.location.origin,
    subscribeBy: openSharedLink,
    takeAnswer: takeFirstAnswer,
    onDismissed: () => session.check('closed'),
    onRefused: () => session.check('refused'),
  })
  const utils = createTRPCQueryUtils({ queryClient, client: trpcClient })
  const session = createSession({
    // Not by the cache, which would hand over what it asked before somebody came in.
    async fetchStatus() {
      const status = await trpcClient.account.status.query()
      utils.account.status.setData(undefined, status)
      return status
    },
    signOut: () => trpcClient.account.signOut.mutate(),
    async askToLeave() {
      const { location } = router.history
      const nextLocation = { ...location, href: '/sign-in', pathname: '/sign-in', search: '' }
      for (const { blockerFn } of router.history._getBlockers()) {
        const how = { currentLocation: location, nextLocation, action: 'PUSH' } as const
        if (await blockerFn(how)) return false
      }
      return true
    },
    openAnew: () => void router.navigate({ href: '/', reloadDocument: true, ignoreBlocker: true }),
    forgetAnswers() {
      // A notice may hold a customer's name, and words that were not saved.
      notifications.clean()
      queryClient.removeQueries({
        predicate: ({ queryKey }) => !answersOfDoors.has(JSON.stringify(queryKey[0])),
      })
    },
    askAnew: () => void queryClient.invalidateQueries(),
    goTo: (to) => router.navigate({ href: to, replace: true }),
    goToSignIn({ wasEnded }) {
      const search = wasEnded ? { to: router.state.location.href, ended: true as const } : {}
      return router.navigate({ to: '/sign-in', search, replace: wasEnded, ignoreBlocker: true })
    },
  })
  const router = createAppRouter({ session })
  const callDrafts = createCallDrafts()
  router.subscribe('onResolved', ({ toLocation }) => callDrafts.arriveAt(toLocation))

  /** Settles once all that the first sight shows is there, so that it is drawn once and whole. */
  async function fetchFirstSight(): Promise<void> {
    // What fails is told where it is drawn.
    const loading = router.load({ sync: true }).catch(() => undefined)
    const isSignedIn = await session.isSignedIn().catch(() => false)
    const list = firstList(window.location)
    if (isSignedIn) {
      await Promise.all([fetchFrame(), list && utils.calls.list.prefetchInfinite(list)])
      // It tells the server's time as of when it came.
      const updatedAt = whenAnsweredMs('organization.current')
      if (updatedAt !== null) {
        utils.organization.current.setData(undefined, (known) => known, { updatedAt })
      }
    }
    forgetFirstAnswers()
    await loading
  }

  async function fetchFrame(): Promise<void> {
    const organization = await utils.organization.current.fetch().catch(() => null)
    const ask: Record<(typeof questionsOfFrame)[number]['path'], () => Promise<void>> = {
      'scheduleConfig.pauseState': () => utils.scheduleConfig.pauseState.prefetch(),
      'scheduleConfig.get': () => utils.scheduleConfig.get.prefetch(),
      'cases.summary': () => utils.cases.summary.prefetch(),
    }
    const allowed = questionsOfFrame.filter(({ right }) => organization?.rights.includes(right))
    await Promise.all(allowed.map(({ path }) => ask[path]()))
  }
  return { queryClient, trpcClient, session, router, callDrafts, fetchFirstSight }
}

export type Page = ReturnType<typeof createPage>
