import type { Role } from '../domain/rights.ts'
import type { Member, PendingInvitation } from '../domain/team.schema.ts'
import type { DbTransaction } from './client.ts'

type MemberRow = Omit<Member, 'joinedAt'> & { joinedAt: Date }
type InvitationRow = Omit<PendingInvitation, 'createdAt' | 'expiresAt'> & {
  createdAt: Date
  expiresAt: Date
}

/** The organization's members, the oldest first. */
export async function listMembers(tx: DbTransaction, organizationId: string): Promise<Member[]> {
  const rows = await tx.$queryRaw<MemberRow[]>`
    select m.id, m."userId", u.name, u.email, m.role, m."createdAt" as "joinedAt"
    from "Member" m join "User" u on u.id = m."userId"
    where m."organizationId" = ${organizationId}::uuid order by m."createdAt", m.id`
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }))
}

/** Invitations that can still be accepted, the newest first. */
export async function listInvitations(
  tx: DbTransaction,
  organizationId: string,
  now: Date,
): Promise<PendingInvitation[]> {
  const rows = await tx.$queryRaw<InvitationRow[]>`
    select i.id, i.email, i.role, coalesce(u.name, '') as "inviterName", i."createdAt", i."expiresAt"
    from "Invitation" i left join "User" u on u.id = i."inviterId"
    where i."organizationId" = ${organizationId}::uuid and i.status = 'pending'
      and i."expiresAt" > ${now}
    order by i.id desc`
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/** Locks the owners, so that the last one cannot leave by two doors at once. */
export async function lockOwners(tx: DbTransaction, organizationId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Member" where "organizationId" = ${organizationId}::uuid and role = 'owner'
    order by id for update`
  return rows.map(({ id }) => id)
}

/** One membership, locked until the end of the transaction; null if there is none. */
export async function lockMember(
  tx: DbTransaction,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<{ id: string; userId: string; role: Role } | null> {
  const [row] = await tx.$queryRaw<{ id: string; userId: string; role: Role }[]>`
    select id, "userId", role from "Member"
    where "organizationId" = ${organizationId}::uuid and id = ${id}::uuid for update`
  return row ?? null
}
