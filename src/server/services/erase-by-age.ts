import { markDoNotCall, readForgottenNumbers } from '../db/do-not-call.ts'
import { emptyAuditEntries } from '../db/empty-traces.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { findVisitsBefore, lockVisits } from '../db/lock-visits.ts'
import { keepRungNumbers, pruneRungNumbers } from '../db/rung-numbers.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import { isLive } from '../domain/call-status.ts'
import { eraseVisits } from './erase-visits.ts'
import { forEachOrganization } from './for-each-organization.ts'
import { recordAudit } from './record-audit.ts'
import { rungSince } from './rung-since.ts'

type EraseDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'log'>

const batchSize = 100

/**
 * Erases in every organization that limits how long it keeps customers the visits that are older,
 * as an erasure by number would; batch by batch, each a transaction of its own. Visits with a call
 * on the line wait for the next time. Of all organizations it forgets which numbers were rung, once no
 * schedule asks any more. `deps.db` acts as the dispatcher.
 */
export async function eraseByAge(deps: EraseDeps): Promise<void> {
  await pruneRungNumbers(deps.db, rungSince(deps.clock.now()))
  const organizations = await deps.db.organization.findMany({
    where: { retentionDays: { not: null } },
    select: { id: true, retentionDays: true },
  })
  const daysOf = new Map(organizations.map(({ id, retentionDays }) => [id, retentionDays]))
  await forEachOrganization(deps, daysOf.keys(), async (id) => {
    const retentionDays = daysOf.get(id) ?? null
    if (retentionDays === null) return
    let found = batchSize
    while (found === batchSize) found = await eraseBatch(deps, id, retentionDays)
  })
}

/** Answers how many visits it found; fewer than a batch are the last ones. */
async function eraseBatch(
  { db, clock, feed }: EraseDeps,
  organizationId: string,
  retentionDays: number,
): Promise<number> {
  const now = clock.now()
  const before = toDate(now.subtract({ hours: 24 * retentionDays }))
  const result = await inOrganization(db, organizationId, async (tx) => {
    const oldest = await findVisitsBefore(tx, { organizationId, before, limit: batchSize })
    if (oldest.length === 0) return { found: 0, changed: 0 }
    const locked = await lockVisits(tx, { organizationId, recordIds: oldest, phoneNumber: null })
    const onTheLine = new Set(
      locked.calls.flatMap((call) => (isLive(call.status) ? call.serviceRecordId : [])),
    )
    const recordIds = oldest.filter((id) => !onTheLine.has(id))
    const calls = locked.calls.filter((call) => !onTheLine.has(call.serviceRecordId))
    const records = await tx.serviceRecord.findMany({
      where: { organizationId, id: { in: recordIds } },
      select: { customerPhone: true },
    })
    const numbers = new Set([
      ...records.map(({ customerPhone }) => customerPhone),
      ...calls.map(({ phoneNumber }) => phoneNumber),
    ])
    const { coveringCalls } = locked
    const visits = { organizationId, recordIds, calls, coveringCalls, now }
    const callIds = calls.map(({ id }) => id)
    await keepRungNumbers(tx, { organizationId, callIds, since: rungSince(now) })
    // A number may belong to a younger visit too, so it is not looked for by itself.
    const erased = await eraseVisits(tx, { ...visits, phoneNumbers: [] })
    const forgotten = await readForgottenNumbers(tx, organizationId, [...numbers])
    for (const { phoneNumber, isListed } of forgotten) {
      if (isListed) await markDoNotCall(tx, { organizationId, phoneNumber, now: toDate(now) })
    }
    if (forgotten.length > 0) {
      // The log also knows who was on the list once.
      const phoneNumbers = forgotten.map(({ phoneNumber }) => phoneNumber)
      const ofNumbers = { organizationId, callIds: [], recordIds: [], phoneNumbers }
      await emptyAuditEntries(tx, ofNumbers)
    }
    if (recordIds.length === 0) return { found: oldest.length, changed: 0 }
    await recordAudit(tx, {
      organizationId,
      actor: systemActor,
      action: 'customer.erased',
      subjectType: 'retention',
      subjectId: null,
      after: { retentionDays, ...erased },
      now,
    })
    return { found: oldest.length, changed: erased.calls + coveringCalls.length }
  })
  if (result.changed > 0) feed.announce(organizationId)
  return result.found
}
