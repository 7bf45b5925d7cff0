import { createTRPCReact } from '@trpc/react-query'
import type { AppRouter } from '../../server/trpc/router.ts'
import { createLinks, type LinkOptions } from './links.ts'

export const trpc = createTRPCReact<AppRouter>()

/** The client that `trpc.Provider` wants; one per page. */
export function createTrpcClient(options: LinkOptions) {
  return trpc.createClient({ links: createLinks(options).links })
}
