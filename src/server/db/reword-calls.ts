import type { Temporal } from 'temporal-polyfill'
import { type DbTransaction, type Sql, sql } from './client.ts'
import { toDate } from './instants.ts'

type Words = Record<string, string | null>

/** What its calls show of the visit `s`. */
export const visitWords: Sql = sql`jsonb_build_object(
  'customerTimeZone', s."customerTimeZone", 'serviceType', s."serviceType",
  'serviceAdvisorName', (select n.name from "ServiceAdvisor" n
    where n."organizationId" = s."organizationId" and n.id = s."serviceAdvisorId"),
  'vehicleMake', s."vehicleInfo" ->> 'make', 'vehicleModel', s."vehicleInfo" ->> 'model',
  'vehicleYear', s."vehicleInfo" ->> 'year', 'vin', s."vehicleInfo" ->> 'vin',
  'vehicleNumber', s."vehicleInfo" ->> 'vehicleNumber', 'serviceCompletedAt', s."completedAt")`

/** By the id of a visit, what its calls show of it. */
export type WordsOfVisits = ReadonlyMap<string, Words>

export async function readVisitWords(
  tx: DbTransaction,
  { organizationId, visitIds }: { organizationId: string; visitIds: readonly string[] },
): Promise<WordsOfVisits> {
  if (visitIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; words: Words }[]>`
    select s.id, ${visitWords} as words from "ServiceRecord" s
    where s."organizationId" = ${organizationId}::uuid and s.id = any(${[...visitIds]}::uuid[])`
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** A call that was given its next version; what its own visit shows by now is in `visit`. */
export type RewordedCall = {
  id: string
  serviceRecordId: string
  before: Words
  after: Words
  visit: Words
}

/**
 * Gives the calls of changed visits a new version and answers them. Waiting calls take over
 * the visit's name, number and later expiry; what a call was placed with stays as it was, and a call
 * that covers such a visit only shows its new words. No status changes here. The calls must be locked,
 * and the caller owes the feed their events.
 */
export async function rewordCalls(
  tx: DbTransaction,
  input: {
    organizationId: string
    serviceRecordIds: readonly string[]
    expireAfterHours: number
    now: Temporal.Instant
  },
): Promise<RewordedCall[]> {
  const { organizationId, serviceRecordIds, expireAfterHours } = input
  if (serviceRecordIds.length === 0) return []
  return tx.$queryRaw<RewordedCall[]>`
    update "Call" c set
      version = c.version + 1,
      "updatedAt" = ${toDate(input.now)},
      "customerName" = case when w."isWaiting" then w."customerName" else c."customerName" end,
      "phoneNumber" = case when w."isWaiting" then w."customerPhone" else c."phoneNumber" end,
      "expiresAt" = case when w."isWaiting" and c."expiresAt" is not null
        then greatest(c."expiresAt", w."completedAt" + make_interval(hours => ${expireAfterHours}::int))
        else c."expiresAt" end
    from (
      select k.id, s."customerName", s."customerPhone", s."completedAt",
        k."serviceRecordId" = any(${[...serviceRecordIds]}::uuid[]) and (k.status = 'ready'
          or (k.status in ('missed', 'failed') and k."dueAt" is not null)) as "isWaiting",
        jsonb_build_object('customerName', k."customerName", 'phoneNumber', k."phoneNumber",
          'expiresAt', k."expiresAt") as before,
        ${visitWords} as visit
      from (
        select id from "Call"
        where "organizationId" = ${organizationId}::uuid
          and "serviceRecordId" = any(${[...serviceRecordIds]}::uuid[])
        union
        select "callId" from "CoveredVisit"
        where "organizationId" = ${organizationId}::uuid
          and "serviceRecordId" = any(${[...serviceRecordIds]}::uuid[])
      ) about
      join "Call" k on k."organizationId" = ${organizationId}::uuid and k.id = about.id
      join "ServiceRecord" s
        on s."organizationId" = k."organizationId" and s.id = k."serviceRecordId"
    ) w
    where c."organizationId" = ${organizationId}::uuid and c.id = w.id
    returning c.id, c."serviceRecordId", w.before, w.visit,
      jsonb_build_object('customerName', c."customerName", 'phoneNumber', c."phoneNumber",
        'expiresAt', c."expiresAt") as after`
}
