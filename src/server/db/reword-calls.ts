import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
import { toDate } from './instants.ts'

/**
 * Gives the calls of changed visits a new version and answers their ids. Waiting calls take over
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
): Promise<string[]> {
  const { organizationId, serviceRecordIds, expireAfterHours } = input
  if (serviceRecordIds.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
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
          or (k.status in ('missed', 'failed') and k."dueAt" is not null)) as "isWaiting"
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
    returning c.id`
  return rows.map(({ id }) => id)
}
