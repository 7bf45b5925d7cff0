import type { DbSession, DbTransaction } from './client.ts'

export type SampleCounts = { visits: number; calls: number; ownVisits: number }

/** How much of an organization is sample; visits of demo calls are neither. */
export async function countSample(
  session: DbSession,
  organizationId: string,
): Promise<SampleCounts> {
  const [row] = await session.$queryRaw<SampleCounts[]>`
    select (count(*) filter (where "isSample"))::int as visits,
      (count(*) filter (where not "isSample" and not "isDemo"))::int as "ownVisits",
      (select count(*)::int from "Call" c
        join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
        where c."organizationId" = ${organizationId}::uuid and s."isSample") as calls
    from "ServiceRecord" where "organizationId" = ${organizationId}::uuid`
  return row ?? { visits: 0, calls: 0, ownVisits: 0 }
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
  await tx.serviceAdvisor.deleteMany({
    where: {
      ...{ organizationId, id: { in: advisorIds }, userId: null },
      ...{ serviceRecords: { none: {} }, erasedAnswers: { none: {} } },
    },
  })
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
