import type { CallStatus } from '../domain/call-status.ts'
import { type DbTransaction, sql } from './client.ts'
import { lockClaims } from './due-calls.ts'

export type LockedVisitCall = {
  id: string
  serviceRecordId: string
  phoneNumber: string
  version: number
  status: CallStatus
}

export type LockedVisits = {
  recordIds: string[]
  /** Of these visits, or to the number. */
  calls: LockedVisitCall[]
  /** Of other visits, which also ask about one of these. */
  coveringCalls: LockedVisitCall[]
}

/**
 * Locks visits with all their calls, the calls to `phoneNumber`, and those that cover the visit of
 * one of these, until the end of the transaction, and holds the organization's claims: calls before visits, as a call that ends locks
 * them. A call that was made for one of the visits meanwhile is found by the second look, after which
 * none can come.
 */
export async function lockVisits(
  tx: DbTransaction,
  of: { organizationId: string; recordIds: readonly string[]; phoneNumber: string | null },
): Promise<LockedVisits> {
  const recordIds = [...of.recordIds]
  // A claim holds what is due when it asks for the other calls of its numbers.
  await lockClaims(tx, of.organizationId)
  await lockCalls(tx, of)
  await lockRecords(tx, { organizationId: of.organizationId, recordIds })
  const found = await lockCalls(tx, of)
  const isOwn = (call: LockedVisitCall) =>
    recordIds.includes(call.serviceRecordId) || call.phoneNumber === of.phoneNumber
  return {
    recordIds,
    calls: found.filter(isOwn),
    coveringCalls: found.filter((call) => call.asksAboutOne && !isOwn(call)),
  }
}

async function lockRecords(
  tx: DbTransaction,
  of: { organizationId: string; recordIds: string[] },
): Promise<void> {
  await tx.$executeRaw`
    select 1 from "ServiceRecord"
    where "organizationId" = ${of.organizationId}::uuid and id = any(${of.recordIds}::uuid[])
    order by id for update`
}

/** Each way to a call by its index: asked for together by `or`, all of the organization's were read. */
function lockCalls(
  tx: DbTransaction,
  of: { organizationId: string; recordIds: readonly string[]; phoneNumber: string | null },
): Promise<(LockedVisitCall & { asksAboutOne: boolean })[]> {
  const { organizationId, phoneNumber } = of
  const recordIds = [...of.recordIds]
  const covering = sql`select "callId" from "CoveredVisit"
    where "organizationId" = ${organizationId}::uuid
      and "serviceRecordId" = any(${recordIds}::uuid[])`
  return tx.$queryRaw`
    select id, "serviceRecordId", "phoneNumber", version, status,
      id in (${covering}) as "asksAboutOne"
    from "Call"
    where "organizationId" = ${organizationId}::uuid and id in (
      select id from "Call"
      where "organizationId" = ${organizationId}::uuid
        and "serviceRecordId" = any(${recordIds}::uuid[])
      union
      select id from "Call"
      where "organizationId" = ${organizationId}::uuid and "phoneNumber" = ${phoneNumber}::text
      union
      ${covering}
      union
      select v."callId" from "CoveredVisit" v
      join "Call" s on s."organizationId" = v."organizationId" and s.id = v."settledCallId"
      where v."organizationId" = ${organizationId}::uuid and s."phoneNumber" = ${phoneNumber}::text)
    order by id for update`
}

/** The visits of a phone number. */
export async function findVisitsOfNumber(
  tx: DbTransaction,
  organizationId: string,
  phoneNumber: string,
): Promise<string[]> {
  const rows = await tx.serviceRecord.findMany({
    where: { organizationId, customerPhone: phoneNumber },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Visits that ended before an instant and of which no call is on the line, the oldest first. */
export async function findVisitsBefore(
  tx: DbTransaction,
  { organizationId, before, limit }: { organizationId: string; before: Date; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select s.id from "ServiceRecord" s
    where s."organizationId" = ${organizationId}::uuid
      and coalesce(s."completedAt", s."appointmentDate", s."createdAt") < ${before}
      and not exists (select 1 from "Call" c where c."organizationId" = s."organizationId"
        and c."serviceRecordId" = s.id and c.status in ('placing', 'ringing', 'in_progress'))
    order by coalesce(s."completedAt", s."appointmentDate", s."createdAt") limit ${limit}`
  return rows.map(({ id }) => id)
}
