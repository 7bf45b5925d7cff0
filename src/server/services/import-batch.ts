import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { type UncoveredVisit, uncoverMovedVisits } from '../db/cover-visits.ts'
import { lockClaims } from '../db/due-calls.ts'
import { findOrCreateAdvisors } from '../db/find-or-create-advisors.ts'
import { forgetPlans } from '../db/forget-plans.ts'
import { inOrganization, rehearseInOrganization } from '../db/in-organization.ts'
import type { NewCall } from '../db/insert-calls.ts'
import { toDate } from '../db/instants.ts'
import { type LandedVisits, landVisits } from '../db/land-visits.ts'
import { noteLanding } from '../db/visit-imports.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { CallingCalendar } from '../domain/calling-window.ts'
import type { ImportedVisit } from '../domain/import-row.ts'
import { correctCalls } from './correct-calls.ts'
import { hangUpLines } from './hang-up-lines.ts'
import { makeCalls } from './make-calls.ts'
import { planOwnCall } from './plan-own-call.ts'
import { recordAudit } from './record-audit.ts'
import { recordVisits } from './record-visits.ts'
import { tellRemovedCalls } from './tell-removed-calls.ts'

export type BatchResult = {
  created: number
  updated: number
  callsCreated: number
  /** Visits that are asked about in the call of another visit of the same number. */
  callsJoined: number
  withoutCall: number
}

/** What landing visits takes. */
export type LandingDeps = Pick<Deps, 'db' | 'feed' | 'zonesOfPhone' | 'provider' | 'log'>

export type Batch = {
  organizationId: string
  actor: Actor
  fileName: string
  visits: readonly ImportedVisit[]
  calendar: CallingCalendar
  now: Temporal.Instant
}
/** A batch of a noted import, and how far it brings it. */
export type NotedBatch = Batch & {
  importId: string
  progress: { readRows: number; badRows: number }
}

/**
 * Lands the visits of one batch with their calls and the feed's events in one transaction, then
 * wakes the feed. Visits that are there already, word for word, leave no trace. `isCanceled` says
 * that somebody wants the import to end with this batch.
 */
export async function importBatch(
  deps: LandingDeps,
  batch: NotedBatch,
): Promise<BatchResult & { isCanceled: boolean }> {
  const { organizationId, visits, importId, now } = batch
  let isCanceled = false
  const { result, hasEvents, openLines } = await inOrganization(deps.db, organizationId, (tx) =>
    land(tx, deps, batch, async ({ result, landed, callIds }) => {
      const changed = [...landed.updated.values()]
      isCanceled = await noteLanding(tx, {
        organizationId,
        importId,
        callIds,
        landedAt: toDate(now),
        createdIds: [...landed.created.values()],
        before: new Map(changed.map(({ id, before }) => [id, before])),
        progress: {
          ...batch.progress,
          updated: result.updated,
          unchanged: visits.length - result.created - result.updated,
        },
      })
    }),
  )
  if (hasEvents) deps.feed.announce(organizationId)
  await hangUpLines(deps, openLines)
  return { ...result, isCanceled }
}

/** What `importBatch` would do now. */
export async function rehearseBatch(deps: LandingDeps, batch: Batch): Promise<BatchResult> {
  const { result } = await rehearseInOrganization(deps.db, batch.organizationId, (tx) =>
    land(tx, deps, batch),
  )
  return result
}

type Landed = { result: BatchResult; landed: LandedVisits; callIds: string[] }

/** `note` comes before the feed's events, whose lock is to be held as shortly as can be. */
async function land(
  tx: DbTransaction,
  deps: LandingDeps,
  batch: Batch,
  note?: (landed: Landed) => Promise<void>,
): Promise<{ result: BatchResult; hasEvents: boolean; openLines: string[] }> {
  const { organizationId, actor, fileName, visits, calendar, now } = batch
  // Visits join waiting calls, which must not be placed meanwhile.
  await lockClaims(tx, organizationId)
  await forgetPlans(tx)
  const advisorNames = visits.flatMap(({ serviceAdvisorName }) => serviceAdvisorName ?? [])
  const advisors = await findOrCreateAdvisors(tx, organizationId, advisorNames)
  const landed = await landVisits(tx, {
    organizationId,
    visits: visits.map(({ serviceAdvisorName, ...visit }) => ({
      ...visit,
      serviceAdvisorId: advisors.get(serviceAdvisorName ?? '') ?? null,
    })),
    now,
  })
  const serviceRecordIds = [...landed.updated.values()].map(({ id }) => id)
  const renumberedIds = visits.flatMap(({ externalId, customerPhone }) => {
    const visit = landed.updated.get(externalId)
    return visit === undefined || visit.phoneBefore === customerPhone ? [] : [visit.id]
  })
  const rewordedIds = await correctCalls(tx, {
    organizationId,
    actor,
    visitsBefore: new Map([...landed.updated.values()].map(({ id, words }) => [id, words])),
    file: { fileName },
    expireAfterHours: calendar.config.expireAfterHours,
    now,
  })
  const completedNow = await withoutCalls(tx, organizationId, landed.updated)
  const moved =
    serviceRecordIds.length === 0
      ? []
      : await uncoverMovedVisits(tx, { organizationId, serviceRecordIds, renumberedIds })
  await recordVisits(
    tx,
    { organizationId, actor, action: 'call.left', now },
    moved.map(({ callId, id: serviceRecordId }) => ({ callId, serviceRecordId })),
  )
  const newIds = new Map([...landed.created, ...completedNow])
  const newcomers = [...ofFile(visits, newIds), ...moved]
  const newCalls = await planCalls(deps, batch, newcomers)
  const { minDaysBetweenCalls } = calendar.config
  const originEntryId = uuidv7()
  const made = await makeCalls(tx, {
    organizationId,
    calls: newCalls,
    minDaysBetweenCalls,
    originEntryId,
    actor,
    now,
  })
  const result: BatchResult = {
    created: landed.created.size,
    updated: landed.updated.size,
    callsCreated: made.createdIds.length,
    callsJoined: made.coveredBy.size,
    withoutCall: newcomers.length - newCalls.length,
  }
  if (result.created + result.updated > 0) {
    await recordAudit(tx, {
      id: originEntryId,
      organizationId,
      actor,
      action: 'service_records.imported',
      subjectType: 'import',
      subjectId: null,
      after: { fileName, ...result },
      now,
    })
  }
  await note?.({ result, landed, callIds: made.createdIds })
  const { calls, coveringIds, openLines } = landed.removed
  const changedIds = new Set([
    ...made.createdIds,
    ...made.changedIds,
    ...rewordedIds,
    ...coveringIds,
  ])
  const told = await tellRemovedCalls(tx, {
    organizationId,
    calls,
    changedIds: [...changedIds],
    createdCount: made.createdIds.length,
    now: toDate(now),
  })
  return { result, hasEvents: told > 0, openLines }
}

/** Visits that were known before their end and get their call only now. */
async function withoutCalls(
  tx: DbTransaction,
  organizationId: string,
  updated: ReadonlyMap<string, { id: string; wasCompleted: boolean }>,
): Promise<Map<string, string>> {
  const ended = [...updated].filter(([, { wasCompleted }]) => !wasCompleted)
  if (ended.length === 0) return new Map()
  const serviceRecordId = { in: ended.map(([, { id }]) => id) }
  const calls = await tx.call.findMany({
    where: { organizationId, serviceRecordId },
    select: { serviceRecordId: true },
  })
  const covered = await tx.coveredVisit.findMany({
    where: { organizationId, serviceRecordId },
    select: { serviceRecordId: true },
  })
  const called = new Set([...calls, ...covered].map((visit) => visit.serviceRecordId))
  return new Map(
    ended.flatMap(([externalId, { id }]) => (called.has(id) ? [] : [[externalId, id]])),
  )
}

/** Those of a file's visits that `ids` has an id for, by their order numbers. */
const ofFile = (
  visits: readonly ImportedVisit[],
  ids: ReadonlyMap<string, string>,
): UncoveredVisit[] =>
  visits.flatMap(({ externalId, ...visit }) => {
    const id = ids.get(externalId)
    return id === undefined ? [] : [{ ...visit, id, restsUntil: null, keptUntil: null }]
  })

async function planCalls(
  deps: Pick<Deps, 'zonesOfPhone'>,
  { calendar, now }: Batch,
  visits: readonly UncoveredVisit[],
): Promise<NewCall[]> {
  const calls: NewCall[] = []
  for (const visit of visits) {
    const call = await planOwnCall(deps, visit, { calendar, now })
    if (call !== null) calls.push(call)
  }
  return calls
}
