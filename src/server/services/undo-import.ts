import { appendFeedEvents, feedChangeOf, feedRemovalOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { touchCalls } from '../db/cover-visits.ts'
import { lockClaims } from '../db/due-calls.ts'
import { emptyAuditOfRemoved } from '../db/empty-traces.ts'
import { forgetPlans } from '../db/forget-plans.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { readVisitWords } from '../db/reword-calls.ts'
import {
  lockImported,
  readCallsOfImport,
  readImportedVisits,
  removeImported,
  restoreVisits,
} from '../db/undo-import.ts'
import { readAdvisorsOfImport, removeUnusedAdvisors } from '../db/unused-advisors.ts'
import { readImport } from '../db/visit-imports.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type { ImportUndone, PastImport } from '../domain/import-file.schema.ts'
import { noCounts } from '../domain/tab-counts.ts'
import { decideUndo } from '../domain/undo-import.ts'
import { correctCalls } from './correct-calls.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import { recordAudit } from './record-audit.ts'
import { recordVisits } from './record-visits.ts'

/**
 * Takes an import back as far as nothing has happened since: visits that it brought go with their
 * calls, visits that it changed get their old words. Answers what stays, and why.
 */
export async function undoImport(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  by: { organizationId: string; actor: Actor },
  importId: string,
): Promise<ImportUndone> {
  const { organizationId, actor } = by
  const named = { organizationId, importId }
  const now = deps.clock.now()
  const undone = await inOrganization(deps.db, organizationId, async (tx) => {
    // No call may be placed between the decision and the deed.
    await lockClaims(tx, organizationId)
    await forgetPlans(tx)
    const { fileName } = await readUndoable(tx, { ...named, now: toDate(now) })
    await lockImported(tx, named)
    const calls = await readCallsOfImport(tx, named)
    const decision = decideUndo(await readImportedVisits(tx, named), calls)
    const { removedVisitIds, restoredVisitIds, removedCallIds, stayed } = decision
    const removed = new Set(removedVisitIds)
    const removedCalls = new Set(removedCallIds)
    const losing = calls.filter(
      ({ id, coveredVisitIds }) =>
        !removedCalls.has(id) && coveredVisitIds.some((visitId) => removed.has(visitId)),
    )
    const visitIds = [...removedVisitIds, ...restoredVisitIds]
    const advisorIds = await readAdvisorsOfImport(tx, { ...named, visitIds })
    await emptyAuditOfRemoved(tx, {
      organizationId,
      callIds: removedCallIds,
      recordIds: removedVisitIds,
    })
    await removeImported(tx, {
      organizationId,
      callIds: removedCallIds,
      visitIds: removedVisitIds,
    })
    const visitsBefore = await readVisitWords(tx, { organizationId, visitIds: restoredVisitIds })
    await restoreVisits(tx, { ...named, visitIds: restoredVisitIds, now: toDate(now) })
    // With the wrong column for advisors, these are the names of customers.
    await removeUnusedAdvisors(tx, { organizationId, advisorIds })
    const lost = losing.flatMap(({ id: callId, coveredVisitIds }) =>
      coveredVisitIds
        .filter((id) => removed.has(id))
        .map((serviceRecordId) => ({ callId, serviceRecordId })),
    )
    await recordVisits(tx, { organizationId, actor, action: 'call.left', now }, lost)
    const losingIds = losing.map(({ id }) => id)
    await touchCalls(tx, { organizationId, callIds: losingIds, now })
    const { calendar } = await loadScheduleConfig(tx, { organizationId, campaignId: null })
    const rewordedIds = await correctCalls(tx, {
      organizationId,
      actor,
      visitsBefore,
      file: { undoneFileName: fileName },
      now,
      expireAfterHours: calendar.config.expireAfterHours,
    })
    const result: ImportUndone = {
      visitsRemoved: removedVisitIds.length,
      visitsRestored: restoredVisitIds.length,
      callsRemoved: removedCallIds.length,
      stayed,
    }
    await tx.visitImport.update({
      where: { organizationId_id: { organizationId, id: importId } },
      data: { undoneAt: toDate(now), undoneByName: actor.name },
    })
    // What is left of it can never be asked for again.
    await tx.importedVisit.deleteMany({ where: named })
    await tx.importedCall.deleteMany({ where: named })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'service_records.import_undone',
      now,
      subjectType: 'import',
      subjectId: importId,
      after: { ...result, stayed: stayed.length },
    })
    const toldAnew = await readCalls(tx, organizationId, [
      ...new Set([...losingIds, ...rewordedIds]),
    ])
    await appendFeedEvents(tx, {
      organizationId,
      changes: [
        ...calls.filter(({ id }) => removedCalls.has(id)).map(feedRemovalOf),
        ...toldAnew.map(feedChangeOf),
      ],
      countDelta: { ...noCounts, ready: -removedCallIds.length },
      now: toDate(now),
    })
    return result
  })
  deps.feed.announce(organizationId)
  return undone
}

/** Throws where it cannot be undone. */
async function readUndoable(
  tx: DbTransaction,
  named: { organizationId: string; importId: string; now: Date },
): Promise<PastImport> {
  const past = await readImport(tx, named)
  if (past === null) throw new DomainError('not_found', 'There is no import with this id.')
  if (past.status === 'undone') {
    throw new DomainError('conflict', 'This import has been undone already.')
  }
  if (past.status === 'running') {
    throw new DomainError('conflict', 'This import is still running. Stop it first.')
  }
  if (past.undoableUntil === null) {
    throw new DomainError('conflict', 'This import is too long ago to be undone.')
  }
  return past
}
