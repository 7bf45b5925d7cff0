import { TRPCError } from '@trpc/server'
import type { Identity } from '../auth/identity.ts'
import { keyScopes, type Right, rightsOfScope, whoMay } from '../domain/rights.ts'

/** The identity, once it is sure that somebody signed in and has the right; else says why not. */
export function requireRight(identity: Identity | null, right: Right): Identity {
  if (identity === null) {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Please sign in first.' })
  }
  if (!identity.rights.has(right)) {
    const why = identity.role === null ? whyNotKey(right) : whoMay(right)
    throw new TRPCError({ code: 'FORBIDDEN', message: why })
  }
  return identity
}

function whyNotKey(right: Right): string {
  const scopes = keyScopes.filter((scope) => rightsOfScope[scope].includes(right))
  if (scopes.length === 0) return 'No key may do that, only people who are signed in.'
  return `This key is not made for that: it needs the scope ${scopes.join(' or ')}.`
}
