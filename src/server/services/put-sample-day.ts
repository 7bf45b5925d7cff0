import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { type HistoryRows, insertHistory } from '../db/insert-history.ts'
import { toDate } from '../db/instants.ts'
import type { Actor } from '../domain/actor.ts'
import type { CallStatus } from '../domain/call-status.ts'
import { countDelta } from '../domain/tab-counts.ts'
import { toDemoCases } from './demo-day/demo-cases.ts'
import { toDemoRows } from './demo-day/demo-rows.ts'
import { planDemoDay } from './demo-day/plan-demo-day.ts'
import { recordAudit } from './record-audit.ts'
import { withKnownNames } from './with-known-names.ts'

type ForSample = {
  isDemo: boolean
  hasVisits: boolean
  sampleLoadedAt: Date | null
  lowScore: number | null
}

/** Locks the organization, so that of two who load its sample one finds it there. */
export async function lockForSample(tx: DbTransaction, organizationId: string): Promise<ForSample> {
  await tx.$executeRaw`
    select 1 from "Organization" where id = ${organizationId}::uuid for update`
  const { serviceRecords, ...organization } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: {
      isDemo: true,
      sampleLoadedAt: true,
      lowScore: true,
      serviceRecords: { where: { isDemo: false }, take: 1, select: { id: true } },
    },
  })
  return { ...organization, hasVisits: serviceRecords.length > 0 }
}

/**
 * Puts three weeks of invented visits with their calls into an organization without visits. A demo
 * organization moves to where it is working time now and gets a schedule; others keep their own.
 */
export async function putSampleDay(
  tx: DbTransaction,
  input: Pick<ForSample, 'isDemo' | 'lowScore'> & {
    organizationId: string
    now: Temporal.Instant
    actor: Actor
    seed: string
  },
): Promise<HistoryRows> {
  const { organizationId, isDemo, lowScore, actor, now, seed } = input
  const originEntryId = uuidv7()
  const day = planDemoDay({ now, seed })
  const startAt = toDate(now.subtract({ hours: 24 * 22 }))
  const history = toDemoRows(day, { organizationId, startAt, originEntryId })
  const planned = { ...history, cases: toDemoCases(day, history.calls, lowScore) }
  const rows = isDemo
    ? planned
    : { ...planned, scheduleConfigs: [], records: planned.records.map(withSampleNumber) }
  const isKnown = (await tx.scheduleConfig.count({ where: { organizationId } })) > 0
  const missing = await withKnownNames(tx, organizationId, rows)
  await insertHistory(tx, isKnown ? { ...missing, scheduleConfigs: [] } : missing)
  const counts = countDelta(
    rows.calls.map(({ status }) => ({ from: null, to: status as CallStatus })),
  )
  await tx.organization.update({
    where: { id: organizationId },
    data: {
      ...(isDemo && !isKnown && { timeZone: day.timeZone }),
      readyCount: { increment: counts.ready },
      missedCount: { increment: counts.missed },
      completedCount: { increment: counts.completed },
      sampleLoadedAt: toDate(now),
      sampleRemovedAt: null,
    },
  })
  await recordAudit(tx, {
    id: originEntryId,
    organizationId,
    actor,
    action: 'sample_data.loaded',
    subjectType: 'sample_data',
    subjectId: null,
    after: { visits: rows.records.length, calls: rows.calls.length },
    now,
  })
  return rows
}

/** So that none collides with an order number of the workshop's own. */
const withSampleNumber = (record: HistoryRows['records'][number]) => ({
  ...record,
  externalId: record.externalId.replace('RO-', 'SAMPLE-'),
})
