import type { Temporal } from 'temporal-polyfill'
import type { Role } from '../domain/rights.ts'
import type { Db } from './client.ts'
import { toInstant } from './instants.ts'

export type FoundInvitation = {
  id: string
  organizationId: string
  organizationName: string
  inviterName: string
  email: string
  role: Role
  expiresAt: Temporal.Instant
  /** Of the account with this e-mail address; null if there is none. */
  userId: string | null
}

/** The open invitation whose token has this hash; null if there is none, or no longer. */
export async function findInvitation(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<FoundInvitation | null> {
  const [row] = await db.$queryRaw<(Omit<FoundInvitation, 'expiresAt'> & { expiresAt: Date })[]>`
    select i.id, i."organizationId", o.name as "organizationName", p.name as "inviterName", i.email,
      i.role, i."expiresAt", u.id as "userId"
    from "Invitation" i
    join "Organization" o on o.id = i."organizationId"
    join "User" p on p.id = i."inviterId"
    left join "User" u on u.email = i.email
    where i."tokenHash" = ${tokenHash} and i.status = 'pending' and i."expiresAt" > ${now}`
  return row ? { ...row, expiresAt: toInstant(row.expiresAt) } : null
}
