import type { Temporal } from 'temporal-polyfill'
import { type DbTransaction, sql } from './client.ts'
import { toDate, toInstant, toIso } from './instants.ts'
import { isInvented } from './invented-visits.ts'

/** A waiting call that may take further visits of its number in. */
export type WaitingOfNumber = {
  id: string
  phoneNumber: string
  serviceRecordId: string
  campaignId: string | null
  dueAt: Temporal.Instant
}

/**
 * Locks the waiting calls of these numbers, the soonest due first. Whoever calls this holds the
 * organization's claims, or a claim and an import could wait for each other's calls.
 */
export async function lockWaitingOfNumbers(
  tx: DbTransaction,
  input: { organizationId: string; phoneNumbers: readonly string[]; exceptIds?: readonly string[] },
): Promise<WaitingOfNumber[]> {
  const phoneNumbers = [...new Set(input.phoneNumbers)]
  if (phoneNumbers.length === 0) return []
  const rows = await tx.$queryRaw<(Omit<WaitingOfNumber, 'dueAt'> & { dueAt: Date })[]>`
    select id, "phoneNumber", "serviceRecordId", "campaignId", "dueAt"
    from "Call"
    where "organizationId" = ${input.organizationId}::uuid
      and "phoneNumber" = any(${phoneNumbers}) and status in ('ready', 'missed', 'failed')
      and "dueAt" is not null and not "isDemo" and id <> all(${[...(input.exceptIds ?? [])]}::uuid[])
    order by id for update`
  return rows
    .map((row) => ({ ...row, dueAt: toInstant(row.dueAt) }))
    .sort((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds)
}

/** Those of the visits that are sample ones in a real organization. */
export async function findInventedVisits(
  tx: DbTransaction,
  input: { organizationId: string; serviceRecordIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select s.id from "ServiceRecord" s join "Organization" o on o.id = s."organizationId"
    where s."organizationId" = ${input.organizationId}::uuid
      and s.id = any(${[...input.serviceRecordIds]}::uuid[]) and ${isInvented}`
  return new Set(rows.map(({ id }) => id))
}

/** A visit beside its own that a call asks about, or asked about. */
export type VisitOfCall = { callId: string; serviceRecordId: string }

/** A visit that the call `callId` asks about from now on. */
export type Coverage = VisitOfCall & {
  /** The visit's own call, closed in favour of the other one. */
  settledCallId: string | null
  /** Until when the visit may be asked about; the call's own expiry follows a later one. */
  expiresAt: Temporal.Instant | null
}

/**
 * Writes down which visits calls cover, and what the settled calls covered before; answers all of
 * these, and what left the settled calls. The calls must be locked; the caller gives them their next
 * version and owes the feed their events.
 */
export async function coverVisits(
  tx: DbTransaction,
  input: { organizationId: string; coverages: readonly Coverage[]; now: Temporal.Instant },
): Promise<{ joined: VisitOfCall[]; left: VisitOfCall[] }> {
  const { organizationId, coverages } = input
  if (coverages.length === 0) return { joined: [], left: [] }
  const rows = JSON.stringify(
    coverages.map((row) => ({ ...row, expiresAt: row.expiresAt && toIso(row.expiresAt) })),
  )
  const incoming = sql`jsonb_to_recordset(${rows}::jsonb) as r("callId" uuid,
    "serviceRecordId" uuid, "settledCallId" uuid, "expiresAt" timestamptz)`
  await tx.$executeRaw`
    insert into "CoveredVisit" ("organizationId", "callId", "serviceRecordId", "settledCallId", "createdAt")
    select ${organizationId}::uuid, r."callId", r."serviceRecordId", r."settledCallId", ${toDate(input.now)}
    from ${incoming}
    on conflict ("organizationId", "callId", "serviceRecordId")
      do update set "settledCallId" = excluded."settledCallId"`
  const moved = await tx.$queryRaw<VisitOfCall[]>`
    insert into "CoveredVisit" ("organizationId", "callId", "serviceRecordId", "settledCallId", "createdAt")
    select v."organizationId", r."callId", v."serviceRecordId", v."settledCallId", v."createdAt"
    from ${incoming}
    join "CoveredVisit" v
      on v."organizationId" = ${organizationId}::uuid and v."callId" = r."settledCallId"
    on conflict do nothing
    returning "callId", "serviceRecordId"`
  const left = await tx.$queryRaw<VisitOfCall[]>`
    delete from "CoveredVisit" v using ${incoming}
    where v."organizationId" = ${organizationId}::uuid and v."callId" = r."settledCallId"
    returning v."callId", v."serviceRecordId"`
  await tx.$executeRaw`
    update "Call" c set "expiresAt" = greatest(c."expiresAt", late."expiresAt")
    from (select r."callId", max(r."expiresAt") as "expiresAt" from ${incoming} group by 1) late
    where c."organizationId" = ${organizationId}::uuid and c.id = late."callId"
      and c."expiresAt" is not null`
  return { joined: [...coverages, ...moved], left }
}

/** Gives calls whose covered visits changed their next version. */
export async function touchCalls(
  tx: DbTransaction,
  input: { organizationId: string; callIds: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  await tx.$executeRaw`
    update "Call" set version = version + 1, "updatedAt" = ${toDate(input.now)}
    where "organizationId" = ${input.organizationId}::uuid and id = any(${[...input.callIds]}::uuid[])`
}

/**
 * Lets a call whose visit was covered by another speak for itself again. Answers where it was
 * covered; these calls show one visit less.
 */
export async function uncoverCall(
  tx: DbTransaction,
  { organizationId, callId }: { organizationId: string; callId: string },
): Promise<VisitOfCall[]> {
  return tx.$queryRaw<VisitOfCall[]>`
    delete from "CoveredVisit"
    where "organizationId" = ${organizationId}::uuid and "settledCallId" = ${callId}::uuid
    returning "callId", "serviceRecordId"`
}

/**
 * Lets calls go on asking about the visits whose own calls, closed in their favour, are about to be
 * removed: these would go with them. The covering calls must be locked.
 */
export async function keepVisitsOf(
  tx: DbTransaction,
  { organizationId, callIds }: { organizationId: string; callIds: readonly string[] },
): Promise<void> {
  await tx.coveredVisit.updateMany({
    where: { organizationId, settledCallId: { in: [...callIds] } },
    data: { settledCallId: null },
  })
}

/** A visit that has no call any more, as it stands now. */
export type UncoveredVisit = {
  id: string
  customerName: string
  customerPhone: string
  customerTimeZone: string | null
  completedAt: Temporal.Instant | null
  /** When its number was to be rung again by the call that it left, which had rung it. */
  restsUntil: Temporal.Instant | null
  /** Until when the call that it left would have lived. */
  keptUntil: Temporal.Instant | null
}

/** `callId` is that of the call that it left. */
export type MovedVisit = UncoveredVisit & { callId: string }

type Instants = 'completedAt' | 'restsUntil' | 'keptUntil'

/**
 * Takes visits out of waiting calls whose number is not theirs any more, where theirs has changed or
 * that of the call's own visit has, and answers them: they need calls of their own.
 */
export async function uncoverMovedVisits(
  tx: DbTransaction,
  input: {
    organizationId: string
    serviceRecordIds: readonly string[]
    /** Of these, those whose number has changed. */
    renumberedIds: readonly string[]
  },
): Promise<MovedVisit[]> {
  const { organizationId } = input
  const changed = { in: [...input.serviceRecordIds] }
  // Step by step, each by its index: as one statement, a table that has just grown was joined row by row.
  const calls = await tx.call.findMany({
    where: { organizationId, serviceRecordId: changed },
    select: { id: true },
  })
  const about = await tx.coveredVisit.findMany({
    where: {
      organizationId,
      OR: [{ serviceRecordId: changed }, { callId: { in: calls.map(({ id }) => id) } }],
    },
    select: { callId: true, serviceRecordId: true },
  })
  if (about.length === 0) return []
  const rows = await tx.$queryRaw<(Omit<MovedVisit, Instants> & Record<Instants, Date | null>)[]>`
    delete from "CoveredVisit" v using "Call" c, "ServiceRecord" s,
      unnest(${about.map(({ callId }) => callId)}::uuid[],
        ${about.map(({ serviceRecordId }) => serviceRecordId)}::uuid[]
      ) as about("callId", "serviceRecordId")
    where v."organizationId" = ${organizationId}::uuid
      and v."callId" = about."callId" and v."serviceRecordId" = about."serviceRecordId"
      and c."organizationId" = ${organizationId}::uuid and c.id = about."callId"
      and s."organizationId" = ${organizationId}::uuid and s.id = about."serviceRecordId"
      and c.status in ('ready', 'missed', 'failed') and c."dueAt" is not null
      and c."phoneNumber" <> s."customerPhone"
    returning c.id as "callId",
      s.id, s."customerName", s."customerPhone", s."customerTimeZone", s."completedAt",
      case when c."attemptCount" > 0 and s.id <> all(${[...input.renumberedIds]}::uuid[])
        then c."dueAt" end as "restsUntil", c."expiresAt" as "keptUntil"`
  return rows.map((row) => ({
    ...row,
    completedAt: toInstant(row.completedAt),
    restsUntil: toInstant(row.restsUntil),
    keptUntil: toInstant(row.keptUntil),
  }))
}
