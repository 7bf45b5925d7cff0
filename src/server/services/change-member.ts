import type { Identity } from '../auth/identity.ts'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { lockMember, lockOwners } from '../db/list-team.ts'
import { takeOrganizationLock } from '../db/organization-lock.ts'
import type { Deps } from '../deps.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { type Role, rightsOfRole } from '../domain/rights.ts'
import { whyNotRole } from '../domain/team.schema.ts'
import { revokeInvitationsOf } from './invite-member.ts'
import { recordAudit } from './record-audit.ts'

type TeamDeps = Pick<Deps, 'db' | 'clock'>
type Target = { identity: Identity; id: string }

/**
 * Gives a member another role; their open sockets close within a second, and their open invitations
 * to what it may not give end. Throws `forbidden` for a role that is not the caller's to give or
 * take, `conflict` for the last owner.
 */
export async function changeRole(
  deps: TeamDeps,
  { identity, id, role }: Target & { role: Role },
): Promise<void> {
  const { organizationId, actor } = identity
  await inOrganization(deps.db, organizationId, async (tx) => {
    const { member, owners } = await takeMember(tx, { identity, id })
    refuseRole(identity, role)
    if (member.role === role) return
    if (role !== 'owner') keepAnOwner(owners, id)
    await tx.member.update({ where: { id }, data: { role }, select: { id: true } })
    if (!rightsOfRole[role].includes('calls.work')) {
      await leaveCases(tx, { organizationId, userId: member.userId })
    }
    const now = deps.clock.now()
    const inviter = { organizationId, actor, inviterId: member.userId }
    await revokeInvitationsOf(tx, { ...inviter, role, now })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'member.role_changed',
      subjectType: 'user',
      subjectId: member.userId,
      before: { role: member.role },
      after: { role },
      now,
    })
  })
}

/** Ends a membership with its open invitations; the account stays. Throws as `changeRole` does. */
export async function removeMember(deps: TeamDeps, { identity, id }: Target): Promise<void> {
  const { organizationId, actor } = identity
  await inOrganization(deps.db, organizationId, async (tx) => {
    const { member, owners } = await takeMember(tx, { identity, id })
    keepAnOwner(owners, id)
    await tx.member.delete({ where: { id }, select: { id: true } })
    await leaveCases(tx, { organizationId, userId: member.userId })
    const now = deps.clock.now()
    const inviter = { organizationId, actor, inviterId: member.userId }
    await revokeInvitationsOf(tx, { ...inviter, role: null, now })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'member.removed',
      subjectType: 'user',
      subjectId: member.userId,
      before: { role: member.role },
      now,
    })
  })
}

/** Open cases of who goes are anybody's again. */
async function leaveCases(
  tx: DbTransaction,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<void> {
  const open = { organizationId, ownerId: userId, closedAt: null }
  await tx.case.updateMany({ where: open, data: { ownerId: null } })
  await tx.serviceAdvisor.updateMany({ where: { organizationId, userId }, data: { userId: null } })
}

async function takeMember(tx: DbTransaction, { identity, id }: Target) {
  // Who leaves can meanwhile neither invite nor come back.
  await takeOrganizationLock(tx, 'invitations', identity.organizationId)
  // Always owners first: two changes at a time never wait for each other crosswise.
  const owners = await lockOwners(tx, identity.organizationId)
  const member = await lockMember(tx, { organizationId: identity.organizationId, id })
  if (member === null) throw new DomainError('not_found', 'There is no member with this id.')
  refuseRole(identity, member.role)
  return { member, owners }
}

function refuseRole(identity: Identity, role: Role): void {
  const refusal = whyNotRole(identity.role, role)
  if (refusal !== null) throw fieldError('forbidden', 'role', refusal)
}

/** `owners` are locked, so that they are still those at the end of the transaction. */
function keepAnOwner(owners: readonly string[], leavingId: string): void {
  if (owners.length !== 1 || owners[0] !== leavingId) return
  throw new DomainError(
    'conflict',
    'An organization keeps at least one owner. Name another one first.',
  )
}
