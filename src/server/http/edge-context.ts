import type { Identity } from '../auth/identity.ts'
import type { Deps } from '../deps.ts'
import type { Context } from '../trpc/context.ts'

/** What every route needs to know of the server it stands in. */
export type Edge = {
  deps: Deps
  /** Serves every request until there are accounts. */
  identity: Identity
  providerSpeed: number | null
  /** Like `https://ringback.example`; null where people come by the address it listens on. */
  publicOrigin: string | null
}

export const contextOf = (edge: Edge, requestId: string): Context => ({
  deps: edge.deps,
  identity: edge.identity,
  providerSpeed: edge.providerSpeed,
  requestId,
})
