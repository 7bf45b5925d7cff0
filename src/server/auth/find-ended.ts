import type { Db } from '../db/client.ts'
import { readGoodKeys } from '../db/read-good-keys.ts'
import { readSessionStandings } from '../db/read-session-standing.ts'
import type { Identity } from './identity.ts'

/**
 * Which of these identities are no longer what they were: signed out, removed, in another role or
 * organization, or their key revoked. Asked anew for as long as something is open in their name.
 */
export async function findEnded(db: Db, identities: readonly Identity[]): Promise<Set<Identity>> {
  const sessionIds = new Set(identities.flatMap(({ sessionId }) => sessionId ?? []))
  const keyIds = new Set(
    identities.flatMap(({ actor }) => (actor.kind === 'api_key' ? actor.id : [])),
  )
  const found = sessionIds.size > 0 ? await readSessionStandings(db, [...sessionIds]) : []
  const standings = new Map(found.map((standing) => [standing.sessionId, standing]))
  const goodKeys = new Set(keyIds.size > 0 ? await readGoodKeys(db, [...keyIds]) : [])
  return new Set(
    identities.filter((identity) => {
      const { actor, organizationId, role, sessionId } = identity
      if (actor.kind === 'api_key') return !goodKeys.has(actor.id)
      if (sessionId === null) return false
      const standing = standings.get(sessionId)
      return standing?.organizationId !== organizationId || standing.role !== role
    }),
  )
}
