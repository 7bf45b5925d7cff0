import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCQueryUtils } from '@trpc/react-query'
import { failureCode } from './components/failure-reason.ts'
import { createSession } from './lib/session.tsx'
import { createTrpcClient } from './lib/trpc.ts'
import { createAppRouter } from './routes.tsx'

const MAX_RETRIES = 2
// The server has answered, and would answer the same again.
const finalCodes = new Set(['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN', 'UNAUTHORIZED', 'CONFLICT'])

/** What lasts as long as the page: its answers, its connection, who is signed in, and where it is. */
export function createPage() {
  const onError = (error: unknown) => {
    if (failureCode(error) === 'UNAUTHORIZED') session.end()
  }
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // The feed keeps answers current; asking again by itself would only cost.
        staleTime: 30_000,
        retry: (count, error) => count < MAX_RETRIES && !finalCodes.has(failureCode(error) ?? ''),
      },
    },
  })
  const trpcClient = createTrpcClient({
    origin: window.location.origin,
    onDismissed: () => session.check('closed'),
    onRefused: () => session.check('refused'),
  })
  const utils = createTRPCQueryUtils({ queryClient, client: trpcClient })
  const session = createSession({
    fetchStatus: () => utils.account.status.fetch(undefined, { staleTime: 0 }),
    signOut: () => trpcClient.account.signOut.mutate(),
    forgetAnswers: () =>
      queryClient.removeQueries({
        predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== '["account","status"]',
      }),
    askAnew: () => void queryClient.invalidateQueries(),
    goTo: (to) => router.navigate({ href: to, replace: true }),
    goToSignIn({ wasEnded }) {
      const search = wasEnded ? { to: router.state.location.href, ended: true as const } : {}
      return router.navigate({ to: '/sign-in', search, replace: wasEnded })
    },
  })
  const router = createAppRouter({ session })
  return { queryClient, trpcClient, session, router }
}
