import { createHash, randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { Identity } from '../auth/identity.ts'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { roleSchema } from '../domain/rights.schema.ts'
import { type Role, rightsOfRole, roles, whoMay } from '../domain/rights.ts'
import { type PendingInvitation, whyNotRole } from '../domain/team.schema.ts'
import { addWithinLimit } from './add-within-limit.ts'
import { recordAudit } from './record-audit.ts'

const openForDays = 7
const mostOpen = 100

/** Only the hash is kept, so that a copy of the database opens no door. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * Makes an invitation whose token joins the organization once, within a week; an older one to the
 * same address ends. Throws `forbidden` for a role that the inviter may not give, `conflict` for
 * somebody who is a member already, or for one too many.
 */
export async function inviteMember(
  deps: Pick<Deps, 'db' | 'clock'>,
  { identity, email, role }: { identity: Identity; email: string; role: Role },
): Promise<{ invitation: PendingInvitation; token: string; madeInLastHour: number }> {
  const { organizationId, actor } = identity
  if (actor.kind !== 'user') throw new DomainError('forbidden', 'Only people can invite people.')
  const token = randomBytes(24).toString('base64url')
  const id = uuidv7()
  const now = deps.clock.now()
  const expiresAt = now.add({ hours: 24 * openForDays })
  // Under its lock: two at once would not see each other's, and both stay open.
  const limit = {
    organizationId,
    of: 'invitations' as const,
    most: mostOpen,
    count: (tx: DbTransaction) =>
      tx.invitation.count({
        where: {
          organizationId,
          status: 'pending',
          expiresAt: { gt: toDate(now) },
          email: { not: email },
        },
      }),
    refusal: `There are ${mostOpen} open invitations already. Take back one that is not used.`,
  }
  const create = async (tx: DbTransaction) => {
    // As they are now: who was dismissed meanwhile leaves no way back in.
    const inviter = await tx.member.findFirst({
      where: { organizationId, userId: actor.id },
      select: { role: true },
    })
    const inviterRole = roleSchema.safeParse(inviter?.role).data ?? null
    const refusal = whyNotInvite(inviterRole, role)
    if (refusal !== null) throw fieldError('forbidden', 'role', refusal)
    const known = await tx.member.findFirst({ where: { organizationId, user: { email } } })
    if (known !== null) {
      throw fieldError(
        'conflict',
        'email',
        'Somebody with this e-mail address belongs to the team already.',
      )
    }
    await tx.invitation.updateMany({
      where: { organizationId, email, status: 'pending' },
      data: { status: 'revoked' },
    })
    await tx.invitation.create({
      data: {
        id,
        organizationId,
        email,
        role,
        inviterId: actor.id,
        tokenHash: hashOfToken(token),
        expiresAt: toDate(expiresAt),
        createdAt: toDate(now),
      },
    })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: id,
      after: { email, role },
      now,
    })
    const anHourAgo = toDate(now.subtract({ hours: 1 }))
    return tx.invitation.count({ where: { organizationId, createdAt: { gt: anHourAgo } } })
  }
  const madeInLastHour = await addWithinLimit(deps.db, limit, create)
  const times = { createdAt: toIso(now), expiresAt: toIso(expiresAt) }
  const invitation = { id, email, role, inviterName: actor.name, ...times }
  return { invitation, token, madeInLastHour }
}

/** Makes an invitation's link worthless; throws `not_found` for one that is not open. */
export async function revokeInvitation(
  deps: Pick<Deps, 'db' | 'clock'>,
  { identity, id }: { identity: Identity; id: string },
): Promise<void> {
  const { organizationId, actor } = identity
  await inOrganization(deps.db, organizationId, async (tx) => {
    const revoked = await tx.invitation.updateMany({
      where: { organizationId, id, status: 'pending' },
      data: { status: 'revoked' },
    })
    if (revoked.count === 0) {
      throw new DomainError('not_found', 'There is no open invitation with this id.')
    }
    await recordRevoked(tx, { organizationId, actor, id, now: deps.clock.now() })
  })
}

/**
 * Ends the open invitations of an inviter that their role, null for none, may not make any more.
 * The caller holds the lock of the organization's invitations.
 */
export async function revokeInvitationsOf(
  tx: DbTransaction,
  input: {
    organizationId: string
    actor: Actor
    inviterId: string
    role: Role | null
    now: Temporal.Instant
  },
): Promise<void> {
  const { organizationId, actor, inviterId, role, now } = input
  const forbidden = roles.filter((offered) => whyNotInvite(role, offered) !== null)
  const which = { inviterId, role: { in: forbidden } }
  await endInvitations(tx, { organizationId, actor, now, which })
}

/** Ends those of the organization's open invitations, and answers how many. */
export async function endInvitations(
  tx: DbTransaction,
  input: {
    organizationId: string
    actor: Actor
    which: { inviterId?: string; role?: { in: Role[] } }
    now: Temporal.Instant
  },
): Promise<number> {
  const { organizationId, actor, which, now } = input
  const ended = await tx.invitation.updateManyAndReturn({
    where: { ...which, organizationId, status: 'pending' },
    data: { status: 'revoked' },
    select: { id: true },
  })
  for (const { id } of ended) await recordRevoked(tx, { organizationId, actor, id, now })
  return ended.length
}

function whyNotInvite(by: Role | null, role: Role): string | null {
  const isAllowed = by !== null && rightsOfRole[by].includes('team.manage')
  return isAllowed ? whyNotRole(by, role) : whoMay('team.manage')
}

const recordRevoked = (
  tx: DbTransaction,
  { id, ...by }: { organizationId: string; actor: Actor; id: string; now: Temporal.Instant },
): Promise<void> =>
  recordAudit(tx, {
    ...by,
    action: 'invitation.revoked',
    subjectType: 'invitation',
    subjectId: id,
  })
