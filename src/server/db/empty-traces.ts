import { type DbTransaction, emptySql, type Sql, sql } from './client.ts'

/** Whose traces are meant: of calls and visits by their ids, and of numbers wherever they stand. */
export type Traces = {
  organizationId: string
  callIds: readonly string[]
  recordIds: readonly string[]
  phoneNumbers: readonly string[]
}

/** Left out where no number is looked for: an `or` that no index serves reads the whole table. */
const orHolding = (phoneNumbers: readonly string[], condition: Sql): Sql =>
  phoneNumbers.length === 0 ? emptySql : sql`or ${condition}`

/**
 * Whether a text holds one of the numbers, and not a longer one: a switchboard's number begins the
 * numbers of its extensions. Looking for it letter by letter first spares most texts the expression.
 */
const holdsNumber = (text: Sql, phoneNumbers: readonly string[]): Sql => sql`
  exists (select 1 from unnest(${[...phoneNumbers]}::text[]) number
    where strpos(${text}, number) > 0
      and ${text} ~ ('[+]' || ltrim(number, '+') || '(?![0-9])'))`

/** Calls that somebody deleted earlier: their rows are gone, but the log and the feed know them. */
export async function findDeletedCalls(
  tx: DbTransaction,
  { organizationId, recordIds }: Pick<Traces, 'organizationId' | 'recordIds'>,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select "subjectId" as id from "AuditEntry"
    where "organizationId" = ${organizationId}::uuid and "subjectType" = 'call'
      and action = 'call.deleted' and before ->> 'serviceRecordId' = any(${[...recordIds]}::text[])`
  return rows.map(({ id }) => id)
}

/**
 * Empties the feed's messages about the calls, and those that hold one of the numbers: what is left
 * of each says that the call is gone. Their places in the sequence stay, so no reader sees a gap.
 */
export const emptyFeedEvents = (
  tx: DbTransaction,
  { organizationId, callIds, phoneNumbers }: Traces,
): Promise<number> => tx.$executeRaw`
  update "FeedEvent" set payload = jsonb_set(payload, '{call}', 'null')
  where "organizationId" = ${organizationId}::uuid
    and ("callId" = any(${[...callIds]}::uuid[]) ${orHolding(
      phoneNumbers,
      sql`payload -> 'call' ->> 'phoneNumber' = any(${[...phoneNumbers]}::text[])`,
    )})
    and jsonb_typeof(payload -> 'call') <> 'null'`

/**
 * Empties what the audit log tells of the calls and visits, and what holds one of the numbers. Who
 * did what, and when, stays.
 */
export const emptyAuditEntries = (
  tx: DbTransaction,
  { organizationId, callIds, recordIds, phoneNumbers }: Traces,
): Promise<number> => tx.$executeRaw`
  update "AuditEntry" e set before = null, after = null
  where e."organizationId" = ${organizationId}::uuid
    and (e.before is not null or e.after is not null)
    and (e."subjectType" = 'call' and e."subjectId" = any(${[...callIds]}::text[])
      or e."subjectType" = 'service_record' and e."subjectId" = any(${[...recordIds]}::text[])
      ${orHolding(
        phoneNumbers,
        // The first line is that of the index.
        sql`(e.before::text ~ '[+][0-9]{4}' or e.after::text ~ '[+][0-9]{4}')
          and (${holdsNumber(sql`e.before::text`, phoneNumbers)}
          or ${holdsNumber(sql`e.after::text`, phoneNumbers)})`,
      )})`

/**
 * Empties what the audit log tells of visits that are removed, and of calls: theirs, and those that
 * somebody deleted earlier. Once the visits are gone no erasure would find it.
 */
export async function emptyAuditOfRemoved(
  tx: DbTransaction,
  removed: Pick<Traces, 'organizationId' | 'callIds' | 'recordIds'>,
): Promise<void> {
  const callIds = [...removed.callIds, ...(await findDeletedCalls(tx, removed))]
  await emptyAuditEntries(tx, { ...removed, callIds, phoneNumbers: [] })
}

/** Messages for other programs that told of the calls, or that hold one of the numbers. */
export const dropWebhookMessages = (
  tx: DbTransaction,
  { organizationId, callIds, phoneNumbers }: Traces,
): Promise<number> => tx.$executeRaw`
  delete from "WebhookDelivery" d
  where d."organizationId" = ${organizationId}::uuid
    and (d."callId" = any(${[...callIds]}::uuid[]) ${orHolding(
      phoneNumbers,
      holdsNumber(sql`d.body`, phoneNumbers),
    )})`

/**
 * What imports keep of visits, and changes of calls, as they were before, where these were of one of the
 * numbers.
 */
export async function forgetFormerWords(
  tx: DbTransaction,
  { organizationId, phoneNumbers }: Traces,
): Promise<void> {
  if (phoneNumbers.length === 0) return
  await tx.$executeRaw`
    delete from "ImportedVisit"
    where "organizationId" = ${organizationId}::uuid
      and before ->> 'customerPhone' = any(${[...phoneNumbers]}::text[])`
  await tx.callUndo.deleteMany({
    where: { organizationId, phoneNumber: { in: [...phoneNumbers] } },
  })
}
