import type { Temporal } from 'temporal-polyfill'
import { type DbSession, type DbTransaction, type Sql, sql } from './client.ts'
import { markOf } from './do-not-call.ts'
import { toDate } from './instants.ts'

/**
 * When a call `o` last rang, or may have; null where surely nothing did: of attempts that are over,
 * those that were never sent, or kept from it, and those whose request the provider refused.
 */
const lastRungBy = sql`(
  select max(a."requestedAt") from "CallAttempt" a
  where a."organizationId" = o."organizationId" and a."callId" = o.id
    and not (a."endedAt" is not null and a."providerCallId" is null and a."ringingAt" is null
      and a."answeredAt" is null and (a."sentAt" is null or a.outcome is null
        or a.outcome in ('provider_error', 'invalid_number', 'opted_out'))))`

/**
 * When the number of the call `c` was last rung, or may have been, by another call, be it gone by
 * now; demo calls ring nobody and do not count.
 */
export const lastRungElsewhere = (organizationId: string): Sql => sql`greatest(
  (select max(${lastRungBy}) from "Call" o
    where o."organizationId" = ${organizationId}::uuid and o."phoneNumber" = c."phoneNumber"
      and o.id <> c.id and not o."isDemo" and o."startTime" is not null),
  (select r."rungAt" from "RungNumber" r where r."organizationId" = ${organizationId}::uuid
    and r.mark = ${markOf(organizationId, sql`c."phoneNumber"`)}))`

/**
 * Keeps by a mark when the numbers of calls were last rung, before the calls go; what happened before
 * `since` matters no more. Calls to invented customers rang nobody.
 */
export async function keepRungNumbers(
  tx: DbTransaction,
  input: { organizationId: string; callIds: readonly string[]; since: Temporal.Instant },
): Promise<void> {
  const { organizationId, callIds, since } = input
  await tx.$executeRaw`
    insert into "RungNumber" ("organizationId", mark, "rungAt")
    select ${organizationId}::uuid, ${markOf(organizationId, sql`rung."phoneNumber"`)}, rung.at
    from (
      select o."phoneNumber", max(${lastRungBy}) as at
      from "Call" o
      join "ServiceRecord" s on s."organizationId" = o."organizationId" and s.id = o."serviceRecordId"
      join "Organization" g on g.id = o."organizationId"
      where o."organizationId" = ${organizationId}::uuid and o.id = any(${[...callIds]}::uuid[])
        and not o."isDemo" and not s."isSample" and not g."isDemo"
      group by 1
    ) rung
    where rung.at > ${toDate(since)}
    on conflict ("organizationId", mark)
      do update set "rungAt" = greatest("RungNumber"."rungAt", excluded."rungAt")`
}

/** Keeps nothing more of a number that was rung. */
export async function forgetRungNumber(
  tx: DbTransaction,
  { organizationId, phoneNumber }: { organizationId: string; phoneNumber: string },
): Promise<void> {
  await tx.$executeRaw`
    delete from "RungNumber" where "organizationId" = ${organizationId}::uuid
      and mark = ${markOf(organizationId, sql`${phoneNumber}::text`)}`
}

/** Forgets in every organization what was rung before; the role must see all of them. */
export async function pruneRungNumbers(
  session: DbSession,
  before: Temporal.Instant,
): Promise<void> {
  await session.rungNumber.deleteMany({ where: { rungAt: { lte: toDate(before) } } })
}
