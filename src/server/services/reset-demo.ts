import type { DbTransaction } from '../db/client.ts'
import { emptyAuditOfRemoved } from '../db/empty-traces.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { type DemoCallRow, lockDemoCalls } from '../db/lock-demo-calls.ts'
import { readOpenLines } from '../db/open-lines.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { hangUpLines } from './hang-up-lines.ts'
import { recordAudit } from './record-audit.ts'
import { tellRemovedCalls } from './tell-removed-calls.ts'

/**
 * Removes an organization's demo calls with their visits, all or those of `onlyIds`, and hangs up
 * those on the line.
 */
export async function resetDemo(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'provider' | 'log'>,
  by: { organizationId: string; actor: Actor },
  onlyIds?: readonly string[],
): Promise<{ deleted: number }> {
  const { organizationId } = by
  const now = deps.clock.now()
  const removed = await inOrganization(deps.db, organizationId, async (tx) => {
    const calls = await lockDemoCalls(tx, { organizationId, onlyIds })
    const removed = await removeDemoCalls(tx, { organizationId, calls, now: toDate(now) })
    await recordAudit(tx, {
      ...by,
      action: 'demo.reset',
      subjectType: 'demo',
      subjectId: null,
      after: { deleted: removed.deleted },
      now,
    })
    return removed
  })
  if (removed.deleted > 0) deps.feed.announce(organizationId)
  await hangUpLines(deps, removed.openLines)
  return { deleted: removed.deleted }
}

async function removeDemoCalls(
  tx: DbTransaction,
  { organizationId, calls, now }: { organizationId: string; calls: DemoCallRow[]; now: Date },
) {
  const openLines = await readOpenLines(tx, { organizationId, calls })
  const ids = calls.map(({ id }) => id)
  await tx.call.deleteMany({ where: { organizationId, id: { in: ids } } })
  const left = { organizationId, isDemo: true, calls: { none: {} } }
  const visits = await tx.serviceRecord.findMany({ where: left, select: { id: true } })
  const recordIds = visits.map(({ id }) => id)
  await emptyAuditOfRemoved(tx, { organizationId, callIds: ids, recordIds })
  await tx.serviceRecord.deleteMany({ where: { ...left, id: { in: recordIds } } })
  await tellRemovedCalls(tx, { organizationId, calls, now })
  return { deleted: calls.length, openLines }
}
