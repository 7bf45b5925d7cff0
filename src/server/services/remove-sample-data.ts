import type { DbTransaction } from '../db/client.ts'
import { lockClaims } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { removeVisits } from '../db/remove-visits.ts'
import {
  findSampleVisits,
  forgetSampleBefore,
  readCompanions,
  removeCompanions,
} from '../db/sample-data.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { hangUpLines } from './hang-up-lines.ts'
import { recordAudit } from './record-audit.ts'
import { tellRemovedCalls } from './tell-removed-calls.ts'

type By = { organizationId: string; actor: Actor }
export type SampleRemoved = { visits: number; calls: number }

/**
 * Removes the sample visits with their calls, cases and recordings, and what only they had a use
 * for; simulated lines are hung up. What was imported, pushed or made stays. Again it is nothing.
 */
export async function removeSampleData(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'provider' | 'log'>,
  by: By,
): Promise<SampleRemoved> {
  const { organizationId } = by
  const { removed, openLines } = await inOrganization(deps.db, organizationId, (tx) =>
    remove(tx, deps, by),
  )
  if (removed.calls > 0) deps.feed.announce(organizationId)
  await hangUpLines(deps, openLines)
  return removed
}

async function remove(
  tx: DbTransaction,
  deps: Pick<Deps, 'clock'>,
  by: By,
): Promise<{ removed: SampleRemoved; openLines: string[] }> {
  const { organizationId } = by
  // None of its calls may be placed meanwhile.
  await lockClaims(tx, organizationId)
  const recordIds = await findSampleVisits(tx, organizationId)
  await forgetSampleBefore(tx, organizationId)
  if (recordIds.length === 0) return { removed: { visits: 0, calls: 0 }, openLines: [] }
  const now = deps.clock.now()
  const companions = await readCompanions(tx, { organizationId, recordIds })
  const { calls, coveringIds, openLines } = await removeVisits(tx, {
    organizationId,
    recordIds,
    now,
  })
  await removeCompanions(tx, { organizationId, ...companions })
  await tx.organization.update({
    where: { id: organizationId },
    data: { sampleRemovedAt: toDate(now) },
    select: { id: true },
  })
  const removed = { visits: recordIds.length, calls: calls.length }
  await recordAudit(tx, {
    ...by,
    action: 'sample_data.removed',
    subjectType: 'sample_data',
    subjectId: null,
    after: removed,
    now,
  })
  await tellRemovedCalls(tx, {
    organizationId,
    calls,
    changedIds: coveringIds,
    now: toDate(now),
  })
  return { removed, openLines }
}
