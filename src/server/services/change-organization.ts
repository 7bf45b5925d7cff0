import type { Identity } from '../auth/identity.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import { changedFields } from '../domain/audit.ts'
import type { OrganizationChange } from '../domain/organization.schema.ts'
import { recordAudit } from './record-audit.ts'

/** Changes what an owner sets for the whole organization. */
export async function changeOrganization(
  deps: Pick<Deps, 'db' | 'clock'>,
  { identity, change }: { identity: Identity; change: OrganizationChange },
): Promise<void> {
  const { organizationId, actor } = identity
  await inOrganization(deps.db, organizationId, async (tx) => {
    const select = { name: true, timeZone: true, retentionDays: true }
    const where = { id: organizationId }
    const before = await tx.organization.findUniqueOrThrow({ where, select })
    const after = await tx.organization.update({ where, data: change, select })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'organization.changed',
      subjectType: 'organization',
      subjectId: organizationId,
      ...changedFields(before, after),
      now: deps.clock.now(),
    })
  })
}
