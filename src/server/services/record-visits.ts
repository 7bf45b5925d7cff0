import type { DbTransaction } from '../db/client.ts'
import type { VisitOfCall } from '../db/cover-visits.ts'
import { type AuditRecord, recordAudits } from './record-audit.ts'

type Deed = Pick<AuditRecord, 'organizationId' | 'actor' | 'now'> & {
  action: 'call.joined' | 'call.left'
}

/**
 * Tells calls, in their histories, which visits they ask about from now on, or no more. Of visits that
 * an erasure, age or the end of the sample takes away nothing is told: what was known of them goes with
 * them, and that deed tells of itself.
 */
export const recordVisits = (
  tx: DbTransaction,
  deed: Deed,
  visits: readonly VisitOfCall[],
): Promise<void> =>
  recordAudits(
    tx,
    { ...deed, subjectType: 'call' },
    visits.map(({ callId: subjectId, serviceRecordId }) =>
      deed.action === 'call.joined'
        ? { subjectId, before: null, after: { serviceRecordId } }
        : { subjectId, before: { serviceRecordId }, after: null },
    ),
  )
