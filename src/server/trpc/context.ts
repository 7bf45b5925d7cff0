import type { Identity } from '../auth/identity.ts'
import type { Deps } from '../deps.ts'

/** What every procedure gets, over HTTP, WebSocket and REST alike. */
export type Context = {
  deps: Deps
  identity: Identity
  requestId: string
  /** How many times faster than life the simulator runs; null or absent for real providers. */
  providerSpeed?: number | null
  /** Where a list that answers with a bare array says how to go on. */
  reportNextCursor?: (cursor: string | null) => void
}
