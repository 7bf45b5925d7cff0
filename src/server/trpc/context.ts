import type { Deps } from '../deps.ts'
import type { Role } from '../domain/organization.schema.ts'

/** In which organization and as whom a request acts. */
export type Identity = { organizationId: string; userId: string; role: Role }

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
