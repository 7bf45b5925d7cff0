import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Identity } from '../auth/identity.ts'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toIso } from '../db/instants.ts'
import { organizationLock } from '../db/organization-lock.ts'
import type { Deps } from '../deps.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import type { Role } from '../domain/rights.ts'
import { type PendingInvitation, whyNotRole } from '../domain/team.schema.ts'
import { recordAudit } from './record-audit.ts'

const openForDays = 7

/** Only the hash is kept, so that a copy of the database opens no door. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * Makes an invitation whose token joins the organization once, within a week; an older one to the
 * same address ends. Throws `forbidden` for a role that the inviter may not give, `conflict` for
 * somebody who is a member already.
 */
export async function inviteMember(
  deps: Pick<Deps, 'db' | 'clock'>,
  { identity, email, role }: { identity: Identity; email: string; role: Role },
): Promise<{ invitation: PendingInvitation; token: string }> {
  const { organizationId, actor } = identity
  const refusal = whyNotRole(identity.role, role)
  if (refusal !== null) throw fieldError('forbidden', 'role', refusal)
  if (actor.kind !== 'user') throw new DomainError('forbidden', 'Only people can invite people.')
  const token = randomBytes(24).toString('base64url')
  const id = uuidv7()
  const now = deps.clock.now()
  const expiresAt = now.add({ hours: 24 * openForDays })
  // Two at once would not see each other's, and both stay open.
  const lock = organizationLock('invitations', organizationId)
  const create = async (tx: DbTransaction) => {
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
  }
  await inOrganization(deps.db, organizationId, create, { lock })
  const times = { createdAt: toIso(now), expiresAt: toIso(expiresAt) }
  return { invitation: { id, email, role, inviterName: actor.name, ...times }, token }
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
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: id,
      now: deps.clock.now(),
    })
  })
}
