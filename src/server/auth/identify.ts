import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { Db } from '../db/client.ts'
import { readSessionStandings } from '../db/read-session-standing.ts'
import { DomainError } from '../domain/errors.ts'
import { keyScopeSchema } from '../domain/rights.ts'
import type { Auth } from './create-auth.ts'
import { type Identity, identityOfKey, identityOfMember } from './identity.ts'

/** Whose request this is; null for nobody's. Throws for a key that is wrong or used too often. */
export type Identify = (headers: IncomingHttpHeaders) => Promise<Identity | null>

/** Reads a session's cookie, or the key in `Authorization: Bearer`, which wins. */
export function createIdentify({ auth, db }: { auth: Auth; db: Db }): Identify {
  return async (headers) => {
    const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1]
    if (bearer !== undefined) return identifyKey(auth, bearer)
    return headers.cookie === undefined ? null : identifySession({ auth, db }, headers.cookie)
  }
}

async function identifySession({ auth, db }: { auth: Auth; db: Db }, cookie: string) {
  // A request must not be the one that lengthens a session: only signing in sets cookies.
  const query = { disableRefresh: true }
  const found = await auth.api.getSession({ headers: new Headers({ cookie }), query })
  if (found === null) return null
  const [standing] = await readSessionStandings(db, [found.session.id])
  if (standing === undefined) return null
  const { organizationId, role, sessionId, userId, userName } = standing
  return identityOfMember({ organizationId, role, sessionId, user: { id: userId, name: userName } })
}

const grantSchema = z.object({ scopes: z.array(keyScopeSchema) })

async function identifyKey(auth: Auth, key: string): Promise<Identity> {
  const { valid, key: found, error } = await auth.api.verifyApiKey({ body: { key } })
  if (valid && found) {
    const { scopes } = grantSchema.parse(found.permissions)
    return identityOfKey({
      organizationId: found.referenceId,
      id: found.id,
      name: found.name ?? '',
      scopes,
    })
  }
  if (error?.code === 'RATE_LIMITED') {
    throw new DomainError('rate_limited', 'This key was used too often. Try again in a minute.')
  }
  throw new DomainError('unauthenticated', 'This key is not valid, or no longer.')
}
