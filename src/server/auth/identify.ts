import type { IncomingHttpHeaders } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import type { Db } from '../db/client.ts'
import { readSessionStandings } from '../db/read-session-standing.ts'
import { DomainError, TooOftenError } from '../domain/errors.ts'
import { keyScopeSchema } from '../domain/rights.schema.ts'
import type { Auth } from './create-auth.ts'
import { type Identity, identityOfKey, identityOfMember } from './identity.ts'

/** Whose request this is; null for nobody's. Throws for a key that is wrong or used too often. */
export type Identify = (headers: IncomingHttpHeaders) => Promise<Identity | null>

/**
 * Reads a session's cookie, or the key in `Authorization: Bearer`, which wins. Each key may ask
 * `keyRequestsPerMinute` times of this process.
 */
export function createIdentify(input: {
  auth: Auth
  db: Db
  keyRequestsPerMinute?: number
}): Identify {
  const { auth, db, keyRequestsPerMinute = 600 } = input
  const keyLimiter = new RateLimiterMemory({ points: keyRequestsPerMinute, duration: 60 })
  return async (headers) => {
    const bearer = bearerOf(headers)
    if (bearer === undefined) {
      return headers.cookie === undefined ? null : identifySession({ auth, db }, headers.cookie)
    }
    const identity = await identifyKey({ auth, db }, bearer)
    await countRequest(keyLimiter, identity.actor.id ?? '')
    return identity
  }
}

/** The key that a request bears, as it was written; undefined where it bears none. */
export const bearerOf = ({ authorization = '' }: IncomingHttpHeaders): string | undefined =>
  /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1]

async function countRequest(limiter: RateLimiterMemory, keyId: string): Promise<void> {
  try {
    await limiter.consume(keyId)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const seconds = Math.ceil(error.msBeforeNext / 1000)
    const message = `This key was used too often. Try again in ${seconds} seconds.`
    throw new TooOftenError(message, seconds)
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

async function identifyKey({ auth, db }: { auth: Auth; db: Db }, key: string): Promise<Identity> {
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } })
  if (valid && found) {
    const { scopes } = grantSchema.parse(found.permissions)
    return identityOfKey({
      organizationId: found.referenceId,
      id: found.id,
      name: found.name ?? '',
      scopes,
    })
  }
  // It also says so of a key that could not be looked up; then this throws what is the matter.
  await db.$queryRaw`select 1`
  throw new DomainError('unauthenticated', 'This key is not valid, or no longer.')
}
