import { inOrganization } from '../db/in-organization.ts'
import { readCaseRule } from '../db/read-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { CaseRule } from '../domain/case.schema.ts'
import { recordAudit } from './record-audit.ts'

/** Says which scores open a case from now on; cases that are there stay, and older scores open none. */
export async function changeCaseRule(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organizationId, actor, lowScore }: CaseRule & { organizationId: string; actor: Actor },
): Promise<CaseRule> {
  return inOrganization(deps.db, organizationId, async (tx) => {
    const before = await readCaseRule(tx, organizationId)
    if (before.lowScore === lowScore) return before
    await tx.organization.update({ where: { id: organizationId }, data: { lowScore } })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'case_rule.changed',
      now: deps.clock.now(),
      subjectType: 'organization',
      subjectId: organizationId,
      before: inWords(before),
      after: inWords({ lowScore }),
    })
    return { lowScore }
  })
}

const inWords = ({ lowScore }: CaseRule) => ({ lowScore: lowScore ?? 'never' })
