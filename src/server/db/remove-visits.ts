import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
import { touchCalls } from './cover-visits.ts'
import { emptyAuditOfRemoved } from './empty-traces.ts'
import { noteFilesToRemove } from './erased-answers.ts'
import { toDate } from './instants.ts'
import { type LockedVisitCall, lockVisits } from './lock-visits.ts'
import { readOpenLines } from './open-lines.ts'

export type RemovedVisits = {
  /** Calls that went with their visits. */
  calls: readonly LockedVisitCall[]
  /** Those of other visits that asked about one of them. */
  coveringIds: readonly string[]
  /** The provider's names of those calls that were on the line. */
  openLines: string[]
}

export const nothingRemoved: RemovedVisits = { calls: [], coveringIds: [], openLines: [] }

/** Removes visits with all about them; the caller owes the feed the word of it. */
export async function removeVisits(
  tx: DbTransaction,
  {
    organizationId,
    recordIds,
    now,
  }: { organizationId: string; recordIds: readonly string[]; now: Temporal.Instant },
): Promise<RemovedVisits> {
  const locked = await lockVisits(tx, { organizationId, recordIds, phoneNumber: null })
  const callIds = locked.calls.map(({ id }) => id)
  const openLines = await readOpenLines(tx, { organizationId, calls: locked.calls })
  await noteFilesToRemove(tx, { organizationId, callIds, now: toDate(now) })
  await emptyAuditOfRemoved(tx, { organizationId, callIds, recordIds })
  await tx.serviceRecord.deleteMany({ where: { organizationId, id: { in: [...recordIds] } } })
  const coveringIds = locked.coveringCalls.map(({ id }) => id)
  await touchCalls(tx, { organizationId, callIds: coveringIds, now })
  return { calls: locked.calls, coveringIds, openLines }
}
