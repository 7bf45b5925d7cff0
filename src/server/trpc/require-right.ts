import { TRPCError } from '@trpc/server'
import type { Identity } from '../auth/identity.ts'
import { type Right, whoMay } from '../domain/rights.ts'

/** The identity, once it is sure that somebody signed in and has the right; else says why not. */
export function requireRight(identity: Identity | null, right: Right): Identity {
  if (identity === null) {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please sign in first.' })
  }
  if (!identity.rights.has(right)) {
    const why = identity.role === null ? 'This key is not made for that.' : whoMay(right)
    throw new TRPCError({ code: 'FORBIDDEN', message: why })
  }
  return identity
}
