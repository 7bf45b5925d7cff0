import type { Role } from '../domain/rights.ts'
import type { Db } from './client.ts'

/** Where a session stands: in which organization it acts, as whom, and in which role. */
export type SessionStanding = {
  sessionId: string
  organizationId: string
  userId: string
  userName: string
  role: Role
}

/**
 * The standing of those sessions that are still good; a person without any organization has none.
 * Somebody who belongs to several acts in the one that was chosen last, else in the first.
 */
export function readSessionStandings(
  db: Db,
  sessionIds: readonly string[],
): Promise<SessionStanding[]> {
  return db.$queryRaw<SessionStanding[]>`
    select distinct on (s.id) s.id as "sessionId", m."organizationId", u.id as "userId",
      u.name as "userName", m.role
    from "Session" s
    join "User" u on u.id = s."userId"
    join "Member" m on m."userId" = s."userId"
    where s.id = any(${sessionIds}::uuid[]) and s."expiresAt" > now()
    order by s.id, m."organizationId" is not distinct from s."activeOrganizationId" desc,
      m."createdAt", m.id`
}
