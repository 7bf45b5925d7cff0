import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { readWorker } from './read-worker.ts'
import { recordAudit } from './record-audit.ts'

/** Says which member answers for an advisor's visits; cases that are open stay where they are. */
export async function linkAdvisor(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { organizationId: string; actor: Actor; id: string; userId: string | null },
): Promise<{ id: string; name: string; userId: string | null }> {
  const { organizationId, actor, id, userId } = input
  return inOrganization(deps.db, organizationId, async (tx) => {
    const where = { organizationId_id: { organizationId, id } }
    const advisor = await tx.serviceAdvisor.findUnique({ where })
    if (advisor === null) throw new DomainError('not_found', 'There is no advisor with this id.')
    const worker = userId === null ? null : await readWorker(tx, organizationId, userId)
    await tx.serviceAdvisor.update({ where, data: { userId } })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'case_advisor.linked',
      now: deps.clock.now(),
      subjectType: 'service_advisor',
      subjectId: id,
      after: { advisor: advisor.name, cases: worker?.name ?? null },
    })
    return { id, name: advisor.name, userId }
  })
}
