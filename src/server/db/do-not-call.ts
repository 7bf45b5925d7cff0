import { type DbTransaction, type Sql, sql } from './client.ts'

/**
 * Whether a number is on the organization's do-not-call list, in plain or as the mark of an erased
 * number. The key is read once per statement, and once per row where the organization is a column.
 */
export const isOnDoNotCall = (organizationId: string | Sql, phoneNumber: Sql): Sql => sql`
  exists (select 1 from "DoNotCall" d where d."organizationId" = ${organizationId}::uuid
    and d."phoneNumber" in (${phoneNumber}, ${markOf(organizationId, phoneNumber)}))`

/** By which a number that was erased is known again. */
export const markOf = (organizationId: string | Sql, phoneNumber: Sql): Sql => sql`
  ringback_number_mark(
    (select o."numberKey" from "Organization" o where o.id = ${organizationId}::uuid),
    ${phoneNumber})`

/** Puts the mark of a number on the list instead of the number; again is no error. */
export async function markDoNotCall(
  tx: DbTransaction,
  { organizationId, phoneNumber, now }: { organizationId: string; phoneNumber: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into "DoNotCall" (id, "organizationId", "phoneNumber", reason, "createdAt")
    select gen_random_uuid(), ${organizationId}::uuid,
      ${markOf(organizationId, sql`${phoneNumber}::text`)}, 'Erased', ${now}
    on conflict ("organizationId", "phoneNumber") do nothing`
  await tx.doNotCall.deleteMany({ where: { organizationId, phoneNumber } })
}

/** Those of the numbers that no visit or call holds any longer. */
export const readForgottenNumbers = (
  tx: DbTransaction,
  organizationId: string,
  phoneNumbers: readonly string[],
): Promise<{ phoneNumber: string; isListed: boolean }[]> => tx.$queryRaw`
  select n.number as "phoneNumber", exists (select 1 from "DoNotCall" d
    where d."organizationId" = ${organizationId}::uuid and d."phoneNumber" = n.number) as "isListed"
  from unnest(${[...phoneNumbers]}::text[]) n(number)
  where not exists (select 1 from "Call" c where c."organizationId" = ${organizationId}::uuid
      and c."phoneNumber" = n.number)
    and not exists (select 1 from "ServiceRecord" s where s."organizationId" = ${organizationId}::uuid
      and s."customerPhone" = n.number)`
