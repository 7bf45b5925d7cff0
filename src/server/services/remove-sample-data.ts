import type { DbTransaction } from '../db/client.ts'
import { touchCalls } from '../db/cover-visits.ts'
import { lockClaims } from '../db/due-calls.ts'
import { noteFilesToRemove } from '../db/erased-answers.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { lockVisits } from '../db/lock-visits.ts'
import { readOpenLines } from '../db/open-lines.ts'
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
 * for; simulated lines are hung up. What was imported, pushed or made stays, a sample visit that an
 * import has written over included. Again it is nothing.
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
  const { calls, coveringCalls } = await lockVisits(tx, {
    ...{ organizationId, recordIds, phoneNumber: null },
  })
  const openLines = await readOpenLines(tx, { organizationId, calls })
  const callIds = calls.map(({ id }) => id)
  await noteFilesToRemove(tx, { organizationId, callIds, now: toDate(now) })
  const companions = await readCompanions(tx, { organizationId, recordIds })
  const { count } = await tx.serviceRecord.deleteMany({
    where: { organizationId, id: { in: recordIds } },
  })
  await removeCompanions(tx, { organizationId, ...companions })
  await tx.organization.update({
    where: { id: organizationId },
    data: { sampleRemovedAt: toDate(now) },
    select: { id: true },
  })
  const coveringIds = coveringCalls.map(({ id }) => id)
  await touchCalls(tx, { organizationId, callIds: coveringIds, now })
  const removed = { visits: count, calls: calls.length }
  await recordAudit(tx, {
    ...{ ...by, action: 'sample_data.removed', subjectType: 'sample_data', subjectId: null },
    ...{ after: removed, now },
  })
  await tellRemovedCalls(tx, {
    ...{ organizationId, calls, changedIds: coveringIds, now: toDate(now) },
  })
  return { removed, openLines }
}
