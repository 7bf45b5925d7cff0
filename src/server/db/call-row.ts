import type { Call, CoveredVisit } from '../domain/call.schema.ts'
import type { CallOutcome, CallStatus } from '../domain/call-status.ts'
import { type DbSession, type Sql, sql } from './client.ts'
import { isOfSample } from './invented-visits.ts'
import { isNewestAnswered } from './newest-answered.ts'
import { toVehicleInfo } from './vehicle-info.ts'

/** `callColumns` as JSON: an instant as text, in UTC like every session. */
export type CallRow = Omit<Call, 'vehicleInfo' | 'audioUrl' | 'coveredVisits'> & {
  status: CallStatus
  outcome: CallOutcome | null
  vehicleInfo: unknown
  audioFileId: string | null
  coveredVisits: CoveredVisitRow[] | null
}
type CoveredVisitRow = Omit<CoveredVisit, 'vehicleInfo'> & { vehicleInfo: unknown }

/** `from` and joins of a call with the words of its visit: `c` call, `s` record, `a` advisor. */
export const callSource: Sql = sql`
  "Call" c
  join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
  left join "ServiceAdvisor" a on a."organizationId" = s."organizationId" and a.id = s."serviceAdvisorId"
  left join "Agent" g on g."organizationId" = c."organizationId" and g.id = c."agentId"
  left join "Campaign" k on k."organizationId" = c."organizationId" and k.id = c."campaignId"`

/** The columns of `callSource` that `toCall` wants. */
export const callColumns: Sql = sql`
  c.id, c."organizationId", c."serviceRecordId", s."externalId", c."campaignId",
  k.name as "campaignName", c."agentId", g.name as "agentName", c."callType", c.direction,
  c.status, c.outcome, c."isDemo",
  ${isOfSample} as "isSample",
  c."phoneNumber", c."customerName", s."customerTimeZone",
  s."vehicleInfo", s."serviceType", s."completedAt" as "serviceCompletedAt",
  s."serviceAdvisorId", a.name as "serviceAdvisorName", c."dueAt", c."expiresAt", c."heldReason",
  c."isAllowedOutsideWindows",
  (select v."callId" from "CoveredVisit" v
    where v."organizationId" = c."organizationId" and v."settledCallId" = c.id
    limit 1) as "coveredByCallId",
  (select json_agg(json_build_object(
      'serviceRecordId', s2.id, 'externalId', s2."externalId", 'vehicleInfo', s2."vehicleInfo",
      'serviceType', s2."serviceType", 'serviceCompletedAt', s2."completedAt",
      'serviceAdvisorName', a2.name) order by s2."completedAt", s2.id)
    from "CoveredVisit" v
    join "ServiceRecord" s2 on s2."organizationId" = v."organizationId" and s2.id = v."serviceRecordId"
    left join "ServiceAdvisor" a2
      on a2."organizationId" = s2."organizationId" and a2.id = s2."serviceAdvisorId"
    where v."organizationId" = c."organizationId" and v."callId" = c.id) as "coveredVisits",
  c."scheduledTime", c."startTime", c."endTime", c."durationSec", c."attemptCount",
  (select t."requestedAt" from "CallAttempt" t
    where t."organizationId" = c."organizationId" and t."callId" = c.id and t.number = 1
  ) as "firstTriedAt", c."npsScore", c.rating, c."callReason", c."feedbackSummary", s."overallFeedback", s."positiveMentions",
  s."areasToImprove", ${isNewestAnswered} as "isNewestAnswered", c.notes, c.tags, c.version, c."createdAt", c."updatedAt",
  (select f.id from "AudioFile" f
    where f."organizationId" = c."organizationId" and f."callId" = c.id
    order by f.id desc limit 1) as "audioFileId"`

/** Turns a row of `callColumns` into the call that goes over the wire. */
export function toCall(row: CallRow): Call {
  const { audioFileId, ...rest } = row
  return {
    ...rest,
    vehicleInfo: toVehicleInfo(row.vehicleInfo),
    coveredVisits: (row.coveredVisits ?? []).map(toCoveredVisit),
    serviceCompletedAt: iso(row.serviceCompletedAt),
    dueAt: iso(row.dueAt),
    expiresAt: iso(row.expiresAt),
    scheduledTime: iso(row.scheduledTime),
    startTime: iso(row.startTime),
    endTime: iso(row.endTime),
    firstTriedAt: iso(row.firstTriedAt),
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    audioUrl: audioFileId === null ? null : `/recordings/${audioFileId}`,
  }
}

const toCoveredVisit = (visit: CoveredVisitRow): CoveredVisit => ({
  ...visit,
  vehicleInfo: toVehicleInfo(visit.vehicleInfo),
  serviceCompletedAt: iso(visit.serviceCompletedAt),
})

const iso = (instant: string | null) => instant && new Date(instant).toISOString()

/**
 * The calls that `condition` picks, as they go over the wire; `rest` holds order and limit. Read as
 * one value, because taking in fifty columns of each row costs more than finding them.
 */
export async function selectCalls(
  session: DbSession,
  condition: Sql,
  rest: Sql = sql``,
): Promise<Call[]> {
  const [answer] = await session.$queryRaw<{ calls: CallRow[] | null }[]>`
    select json_agg(picked) as calls from (
      select ${callColumns} from ${callSource} where ${condition} ${rest}
    ) picked`
  return answer?.calls?.map(toCall) ?? []
}

/** The calls with these ids within one organization, in no particular order. */
export async function readCalls(
  session: DbSession,
  organizationId: string,
  ids: readonly string[],
): Promise<Call[]> {
  if (ids.length === 0) return []
  return selectCalls(
    session,
    sql`c."organizationId" = ${organizationId}::uuid and c.id = any(${[...ids]}::uuid[])`,
  )
}
