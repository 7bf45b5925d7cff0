import type { DbSession, DbTransaction } from './client.ts'
import { removeUnusedAdvisors } from './unused-advisors.ts'

/** How much of an organization is sample. Where none was put in, nothing is counted. */
export async function countSample(session: DbSession, organizationId: string) {
  const { sampleLoadedAt, sampleRemovedAt, serviceRecords } =
    await session.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: {
        sampleLoadedAt: true,
        sampleRemovedAt: true,
        serviceRecords: {
          where: { isDemo: false, isSample: false },
          take: 1,
          select: { id: true },
        },
      },
    })
  const hasOwnVisits = serviceRecords.length > 0
  if (sampleLoadedAt === null || sampleRemovedAt !== null) {
    return { visits: 0, calls: 0, hasOwnVisits }
  }
  const [counted] = await session.$queryRaw<{ visits: number; calls: number }[]>`
    select count(distinct s.id)::int as visits, count(c.id)::int as calls
    from "ServiceRecord" s
    left join "Call" c on c."organizationId" = s."organizationId" and c."serviceRecordId" = s.id
    where s."organizationId" = ${organizationId}::uuid and s."isSample"`
  return { visits: counted?.visits ?? 0, calls: counted?.calls ?? 0, hasOwnVisits }
}

export async function findSampleVisits(
  tx: DbTransaction,
  organizationId: string,
): Promise<string[]> {
  const rows = await tx.serviceRecord.findMany({
    where: { organizationId, isSample: true },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/**
 * A visit that an import once made out of a sample (it gives way by now) stays as it is when that
 * import is undone: what it was before is gone with the sample, its advisor perhaps too.
 */
export const forgetSampleBefore = (tx: DbTransaction, organizationId: string): Promise<number> =>
  tx.$executeRaw`
    delete from "ImportedVisit"
    where "organizationId" = ${organizationId}::uuid and before ->> 'isSample' = 'true'`

/** What came along with sample visits and may have nothing to hold on to without them. */
export async function readCompanions(
  tx: DbTransaction,
  { organizationId, recordIds }: { organizationId: string; recordIds: readonly string[] },
) {
  const ids = [...recordIds]
  const [row] = await tx.$queryRaw<Companions[]>`
    select
      array(select distinct s."serviceAdvisorId" from "ServiceRecord" s
        where s."organizationId" = ${organizationId}::uuid and s.id = any(${ids}::uuid[])
          and s."serviceAdvisorId" is not null) as "advisorIds",
      array(select distinct s."customerPhone" from "ServiceRecord" s
        where s."organizationId" = ${organizationId}::uuid and s.id = any(${ids}::uuid[])) as numbers,
      array(select distinct c."agentId" from "Call" c
        where c."organizationId" = ${organizationId}::uuid and c."serviceRecordId" = any(${ids}::uuid[])
          and c."agentId" is not null) as "agentIds",
      array(select distinct c."campaignId" from "Call" c
        where c."organizationId" = ${organizationId}::uuid and c."serviceRecordId" = any(${ids}::uuid[])
          and c."campaignId" is not null) as "campaignIds"`
  return row ?? { advisorIds: [], numbers: [], agentIds: [], campaignIds: [] }
}

export type Companions = {
  advisorIds: string[]
  numbers: string[]
  agentIds: string[]
  campaignIds: string[]
}

/**
 * Removes what only the sample had a use for. What a person has linked, changed, added or uses
 * stays: an advisor with a member, a campaign that somebody touched, a number that somebody entered.
 */
export async function removeCompanions(
  tx: DbTransaction,
  {
    organizationId,
    advisorIds,
    numbers,
    agentIds,
    campaignIds,
  }: Companions & {
    organizationId: string
  },
): Promise<void> {
  await removeUnusedAdvisors(tx, { organizationId, advisorIds })
  await tx.agent.deleteMany({
    where: { organizationId, id: { in: agentIds }, calls: { none: {} } },
  })
  await tx.$executeRaw`
    delete from "Campaign" k
    where k."organizationId" = ${organizationId}::uuid and k.id = any(${campaignIds}::uuid[])
      and not exists (select from "Call" c
        where c."organizationId" = k."organizationId" and c."campaignId" = k.id)
      and not exists (select from "ScheduleConfig" s
        where s."organizationId" = k."organizationId" and s."campaignId" = k.id)
      and not exists (select from "CallScript" s
        where s."organizationId" = k."organizationId" and s."campaignId" = k.id)
      and not exists (select from "AuditEntry" a where a."organizationId" = k."organizationId"
        and a."subjectType" = 'campaign' and a."subjectId" = k.id::text)`
  await tx.$executeRaw`
    delete from "DoNotCall" d
    where d."organizationId" = ${organizationId}::uuid and d."phoneNumber" = any(${numbers}::text[])
      and d."addedByUserId" is null
      and not exists (select from "ServiceRecord" s
        where s."organizationId" = d."organizationId" and s."customerPhone" = d."phoneNumber")`
}
