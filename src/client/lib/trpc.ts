import { createTRPCReact } from '@trpc/react-query'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/trpc/router.ts'
import { createLinks, type LinkOptions } from './links.ts'

export const trpc = createTRPCReact<AppRouter>()

export type RouterInputs = inferRouterInputs<AppRouter>
export type RouterOutputs = inferRouterOutputs<AppRouter>

/** The client that `trpc.Provider` wants; one per page. */
export function createTrpcClient(options: LinkOptions) {
  return trpc.createClient({ links: createLinks(options).links })
}
