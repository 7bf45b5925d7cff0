import type { Identity } from '../auth/identity.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import { roleSchema } from '../domain/rights.schema.ts'

/** The organizations to which a person belongs, the one that they joined first at the top. */
export async function listOwnOrganizations(
  { accounts }: Pick<Deps, 'accounts'>,
  { actor, organizationId }: Identity,
) {
  if (actor.kind !== 'user') return []
  const rows = await accounts.db.member.findMany({
    where: { userId: actor.id },
    select: { role: true, organization: { select: { id: true, name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ role, organization }) => ({
    ...organization,
    role: roleSchema.parse(role),
    isCurrent: organization.id === organizationId,
  }))
}

/** Makes a session act in another of the person's organizations; throws `not_found` for any other. */
export async function switchOrganization(
  { accounts }: Pick<Deps, 'accounts'>,
  { identity, id }: { identity: Identity; id: string },
): Promise<void> {
  const { actor, sessionId } = identity
  const membership = await accounts.db.member.findFirst({
    where: { userId: actor.id ?? '', organizationId: id },
    select: { id: true },
  })
  if (membership === null || sessionId === null) {
    throw new DomainError('not_found', 'There is no such organization of yours.')
  }
  await accounts.db.session.update({
    where: { id: sessionId },
    data: { activeOrganizationId: id },
    select: { id: true },
  })
}
