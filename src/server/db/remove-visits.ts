import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
import { touchCalls } from './cover-visits.ts'
import { noteFilesToRemove } from './erased-answers.ts'
import { toDate } from './instants.ts'
import { type LockedVisitCall, lockVisits } from './lock-visits.ts'

/** Calls that went with their visits, and those of other visits that asked about one of them. */
export type RemovedVisits = { calls: readonly LockedVisitCall[]; coveringIds: readonly string[] }

export const nothingRemoved: RemovedVisits = { calls: [], coveringIds: [] }

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
  await noteFilesToRemove(tx, { organizationId, callIds, now: toDate(now) })
  await tx.serviceRecord.deleteMany({ where: { organizationId, id: { in: [...recordIds] } } })
  const coveringIds = locked.coveringCalls.map(({ id }) => id)
  await touchCalls(tx, { organizationId, callIds: coveringIds, now })
  return { calls: locked.calls, coveringIds }
}
