import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { keepVisitsOf } from '../db/cover-visits.ts'
import {
  dropWebhookMessages,
  emptyAuditEntries,
  emptyFeedEvents,
  findDeletedCalls,
  forgetFormerWords,
  type Traces,
} from '../db/empty-traces.ts'
import { keepAnswers, noteFilesToRemove } from '../db/erased-answers.ts'
import { forgetViewsOf } from '../db/forget-views.ts'
import { toDate } from '../db/instants.ts'
import type { LockedVisits } from '../db/lock-visits.ts'
import type { Erased } from '../domain/customer.schema.ts'
import { tellRemovedCalls } from './tell-removed-calls.ts'

/**
 * Removes visits with their calls, attempts, transcripts and recordings, and empties what feed and
 * audit log tell of them. Of answers the score alone is kept, without anything that leads to the
 * customer. The caller has locked the visits, and owes the feed an `announce`.
 */
export async function eraseVisits(
  tx: DbTransaction,
  input: LockedVisits & {
    organizationId: string
    /** Looked for also where no call or visit leads. */
    phoneNumbers: readonly string[]
    now: Temporal.Instant
  },
): Promise<Erased> {
  const { organizationId, recordIds, calls, coveringCalls, phoneNumbers } = input
  const now = toDate(input.now)
  const callIds = calls.map(({ id }) => id)
  const found = { organizationId, callIds }
  await keepAnswers(tx, found)
  const recordings = await noteFilesToRemove(tx, { ...found, now })
  const transcripts = await tx.transcript.count({
    where: { organizationId, callId: { in: callIds } },
  })
  const deletedEarlier = await findDeletedCalls(tx, { organizationId, recordIds })
  const traces: Traces = {
    organizationId,
    recordIds,
    phoneNumbers,
    callIds: [...callIds, ...deletedEarlier],
  }
  const coveringIds = coveringCalls.map(({ id }) => id)
  // What was told of these calls names the visits too; below they are told anew, without them.
  await emptyFeedEvents(tx, { ...traces, callIds: coveringIds, phoneNumbers: [] })
  await emptyFeedEvents(tx, traces)
  await dropWebhookMessages(tx, { ...traces, callIds: [...traces.callIds, ...coveringIds] })
  const auditEntries = await emptyAuditEntries(tx, traces)
  await forgetFormerWords(tx, traces)
  await forgetViewsOf(tx, traces)
  await keepVisitsOf(tx, found)
  await tx.call.deleteMany({ where: { organizationId, id: { in: callIds } } })
  const serviceRecords = await tx.serviceRecord.deleteMany({
    where: { organizationId, id: { in: [...recordIds] } },
  })
  await tx.call.updateMany({
    where: { organizationId, id: { in: coveringIds } },
    data: { version: { increment: 1 }, updatedAt: now },
  })
  await tellRemovedCalls(tx, { organizationId, calls, changedIds: coveringIds, now })
  return {
    serviceRecords: serviceRecords.count,
    calls: calls.length,
    transcripts,
    recordings,
    auditEntries,
  }
}
