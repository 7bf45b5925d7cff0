import { followingVisits } from '../domain/audit.ts'
import type { CallStatus } from '../domain/call-status.ts'
import type { CallNow, ImportedVisitNow } from '../domain/undo-import.ts'
import { type DbTransaction, type Sql, sql } from './client.ts'

type Named = { organizationId: string; importId: string }

/** The ids of all calls about the visits of an import: what is read of them was locked before. */
const callsAbout = ({ organizationId, importId }: Named): Sql => sql`
  select k.id from "ImportedVisit" v join "Call" k
    on k."organizationId" = v."organizationId" and k."serviceRecordId" = v."serviceRecordId"
  where v."organizationId" = ${organizationId}::uuid and v."importId" = ${importId}::uuid
  union
  select k."callId" from "ImportedVisit" v join "CoveredVisit" k
    on k."organizationId" = v."organizationId" and k."serviceRecordId" = v."serviceRecordId"
  where v."organizationId" = ${organizationId}::uuid and v."importId" = ${importId}::uuid`

/** Locks what an import brought, with all calls about it: calls before visits, as everywhere. */
export async function lockImported(
  tx: DbTransaction,
  { organizationId, importId }: Named,
): Promise<void> {
  await tx.$executeRaw`
    select 1 from "Call" c
    where c."organizationId" = ${organizationId}::uuid and c.id in (${callsAbout({ organizationId, importId })})
    order by c.id for update`
  await tx.$executeRaw`
    select 1 from "ServiceRecord" s
    where s."organizationId" = ${organizationId}::uuid and s.id in (
      select v."serviceRecordId" from "ImportedVisit" v
      where v."organizationId" = ${organizationId}::uuid and v."importId" = ${importId}::uuid)
    order by s.id for update`
}

export const readImportedVisits = (
  tx: DbTransaction,
  { organizationId, importId }: Named,
): Promise<ImportedVisitNow[]> => tx.$queryRaw`
  select s.id, s."externalId", v.before is null as "isNew",
    s."updatedAt" <> v."landedAt" as "isChangedSince",
    coalesce(v.before ->> 'completedAt' is null and v.before is not null, false) as "wasOpen"
  from "ImportedVisit" v join "ServiceRecord" s
    on s."organizationId" = v."organizationId" and s.id = v."serviceRecordId"
  where v."organizationId" = ${organizationId}::uuid and v."importId" = ${importId}::uuid
  order by s."externalId"`

export type ImportedCallNow = CallNow & { version: number; status: CallStatus }

/**
 * Calls about the visits of an import. Planning a schedule anew is no work on a call, nor is it that a
 * call followed its visit, or that another one joined or left it: whether that stays, the visit itself
 * tells.
 */
export const readCallsOfImport = (
  tx: DbTransaction,
  { organizationId, importId }: Named,
): Promise<ImportedCallNow[]> => tx.$queryRaw`
  select c.id, c."serviceRecordId", c.version, c.status,
    exists (select from "ImportedCall" i where i."organizationId" = c."organizationId"
      and i."importId" = ${importId}::uuid and i."callId" = c.id) as "isImported",
    c.status = 'ready' and c."attemptCount" = 0 and c.notes is null and c.tags = '{}'
      and not exists (select from "AuditEntry" a where a."organizationId" = c."organizationId"
        and a."subjectType" = 'call' and a."subjectId" = c.id::text
        and a.action <> all(${[...followingVisits]}::text[])) as "isUntouched",
    array(select v."serviceRecordId" from "CoveredVisit" v
      where v."organizationId" = c."organizationId" and v."callId" = c.id) as "coveredVisitIds"
  from "Call" c
  where c."organizationId" = ${organizationId}::uuid and c.id in (${callsAbout({ organizationId, importId })})`

/** Each list as one value: an import has more rows than a statement may have values. */
export async function removeImported(
  tx: DbTransaction,
  input: { organizationId: string; callIds: readonly string[]; visitIds: readonly string[] },
): Promise<void> {
  const { organizationId, callIds, visitIds } = input
  await tx.$executeRaw`
    delete from "Call"
    where "organizationId" = ${organizationId}::uuid and id = any(${[...callIds]}::uuid[])`
  await tx.$executeRaw`
    delete from "ServiceRecord"
    where "organizationId" = ${organizationId}::uuid and id = any(${[...visitIds]}::uuid[])`
}

/** Gives visits back the words that they had before an import. */
export async function restoreVisits(
  tx: DbTransaction,
  input: Named & { visitIds: readonly string[]; now: Date },
): Promise<void> {
  const { organizationId, importId, visitIds, now } = input
  await tx.$executeRaw`
    update "ServiceRecord" s set
      "customerName" = r."customerName", "customerPhone" = r."customerPhone",
      "customerTimeZone" = r."customerTimeZone", "vehicleInfo" = r."vehicleInfo",
      "serviceType" = r."serviceType", status = r.status,
      "appointmentDate" = r."appointmentDate", "completedAt" = r."completedAt",
      -- Of a sample that has gone since, its advisor perhaps too.
      "serviceAdvisorId" = (select a.id from "ServiceAdvisor" a
        where a."organizationId" = s."organizationId" and a.id = r."serviceAdvisorId"),
      "isSample" = coalesce(r."isSample", false), "updatedAt" = ${now}
    from "ImportedVisit" v, jsonb_populate_record(null::"ServiceRecord", v.before) r
    where v."organizationId" = ${organizationId}::uuid and v."importId" = ${importId}::uuid
      and v."serviceRecordId" = any(${[...visitIds]}::uuid[])
      and s."organizationId" = v."organizationId" and s.id = v."serviceRecordId"`
}
