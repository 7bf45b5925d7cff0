import type { CampaignAdd } from '../domain/campaign.schema.ts'
import { type DbTransaction, type Sql, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'

/** A visit with what decides whether a campaign may call about it. */
export type VisitForCampaign = {
  id: string
  status: string
  customerName: string
  customerPhone: string
  customerTimeZone: string | null
  completedAt: Date | null
  isOnDoNotCall: boolean
  hasLiveCall: boolean
  hasUnknownCall: boolean
  /** Its waiting call, or the waiting call of another visit that covers it. */
  openCallId: string | null
  openCampaignId: string | null
  /** Of every call about it, past ones too. */
  campaignIds: string[]
}

/** The visits named, in the order in which they ended; those of demo calls are left out. */
export function readVisitsForCampaign(
  tx: DbTransaction,
  input: { organizationId: string; wanted: CampaignAdd['visits']; limit: number },
): Promise<VisitForCampaign[]> {
  const { organizationId, limit } = input
  return tx.$queryRaw<VisitForCampaign[]>`
    select s.id, s.status, s."customerName", s."customerPhone", s."customerTimeZone", s."completedAt",
      ${isOnDoNotCall(organizationId, sql`s."customerPhone"`)} as "isOnDoNotCall",
      coalesce(bool_or(c.status in ('placing', 'ringing', 'in_progress')), false) as "hasLiveCall",
      coalesce(bool_or(c.status = 'unknown'), false) as "hasUnknownCall",
      (array_agg(c.id order by ${ownFirst}) filter (where c."isWaiting"))[1] as "openCallId",
      (array_agg(c."campaignId" order by ${ownFirst}) filter (where c."isWaiting"))[1]
        as "openCampaignId",
      coalesce(array_agg(c."campaignId") filter (where c."campaignId" is not null), '{}') as "campaignIds"
    from (
      select * from "ServiceRecord"
      where "organizationId" = ${organizationId}::uuid and not "isDemo" and ${conditionOf(input.wanted)}
      order by "completedAt", id limit ${limit}
    ) s
    left join lateral (
      select k.id, k.status, k."campaignId", k."serviceRecordId",
        k.status in ('ready', 'missed', 'failed') and k."dueAt" is not null as "isWaiting"
      from (
        select id from "Call"
        where "organizationId" = s."organizationId" and "serviceRecordId" = s.id
        union
        select "callId" from "CoveredVisit"
        where "organizationId" = s."organizationId" and "serviceRecordId" = s.id
      ) about
      join "Call" k on k."organizationId" = s."organizationId" and k.id = about.id
    ) c on true
    group by s.id, s.status, s."customerName", s."customerPhone", s."customerTimeZone",
      s."completedAt", s."organizationId"
    order by s."completedAt", s.id`
}

/**
 * Locks the waiting calls about the visits named, the covering ones included, in the order in which
 * all lock several calls: else this and an erasure could wait for each other. Of more than `limit`
 * visits, which are refused, no more than these.
 */
export async function lockWaitingOfVisits(
  tx: DbTransaction,
  input: { organizationId: string; wanted: CampaignAdd['visits']; limit: number },
): Promise<void> {
  const { organizationId, wanted, limit } = input
  await tx.$executeRaw`
    with visits as (
      select id from "ServiceRecord"
      where "organizationId" = ${organizationId}::uuid and not "isDemo" and ${conditionOf(wanted)}
      order by "completedAt", id limit ${limit}
    )
    select 1 from "Call"
    where "organizationId" = ${organizationId}::uuid
      and status in ('ready', 'missed', 'failed') and "dueAt" is not null
      and id in (
        select c.id from "Call" c join visits v on v.id = c."serviceRecordId"
        where c."organizationId" = ${organizationId}::uuid
        union
        select c."callId" from "CoveredVisit" c join visits v on v.id = c."serviceRecordId"
        where c."organizationId" = ${organizationId}::uuid)
    order by id for update`
}

/** Both may wait: a call that covers a visit can be retried after the visit got one of its own. */
const ownFirst = sql`c."serviceRecordId" <> s.id, c.id`

function conditionOf(wanted: CampaignAdd['visits']): Sql {
  if ('serviceRecordIds' in wanted) return sql`id = any(${wanted.serviceRecordIds}::uuid[])`
  const { completedFrom, completedTo, serviceType } = wanted
  const time = sql`"completedAt" >= ${new Date(completedFrom)} and "completedAt" < ${new Date(completedTo)}`
  return serviceType === undefined ? time : sql`${time} and "serviceType" = ${serviceType}`
}
