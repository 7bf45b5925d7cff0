import type { Temporal } from 'temporal-polyfill'
import { isOnLineElsewhere } from './calling-facts.ts'
import { type DbSession, type DbTransaction, emptySql, joinSql, type Sql, sql } from './client.ts'
import { toDate, toInstant } from './instants.ts'
import { organizationLock, takeOrganizationLock } from './organization-lock.ts'

/** Where pages by id begin. */
export const beforeAllIds = '00000000-0000-0000-0000-000000000000'

/** Who has a call to place now, and when the next one falls due. */
export type DueOverview = { organizationIds: string[]; nextDueAt: Temporal.Instant | null }

export async function readDueOverview(
  session: DbSession,
  now: Temporal.Instant,
): Promise<DueOverview> {
  const at = toDate(now)
  const due = await session.$queryRaw<{ organizationId: string }[]>`
    select distinct "organizationId" from "Call"
    where status in ('ready', 'missed', 'failed') and "dueAt" <= ${at} and "heldReason" is null`
  // One minimum per status, each of which is the first entry of an index.
  const [next] = await session.$queryRaw<{ dueAt: Date | null }[]>`
    select least(
      (select min("dueAt") from "Call" where status = 'ready' and "dueAt" > ${at}),
      (select min("dueAt") from "Call" where status = 'missed' and "dueAt" > ${at}),
      (select min("dueAt") from "Call" where status = 'failed' and "dueAt" > ${at})
    ) as "dueAt"`
  return {
    organizationIds: due.map(({ organizationId }) => organizationId),
    nextDueAt: toInstant(next?.dueAt ?? null),
  }
}

/**
 * Makes every other claim for this organization wait until the transaction ends, so that its
 * limits are counted by one dispatcher at a time.
 */
export const lockClaims = (tx: DbTransaction, organizationId: string): Promise<void> =>
  takeOrganizationLock(tx, 'claim', organizationId)

/** The same, for a transaction that begins by it. */
export const claimsLock = (organizationId: string): Sql => organizationLock('claim', organizationId)

/** Locks calls that are due, those that expire soonest first, and leaves out what others hold. */
export async function lockDueCalls(
  tx: DbTransaction,
  input: {
    organizationId: string
    now: Temporal.Instant
    limit: number
    exceptCampaignIds: readonly string[]
    /** Leaves out those whose number is on the line in another call, until that one ends. */
    exceptOnLine: boolean
  },
): Promise<string[]> {
  const except = input.exceptCampaignIds.map((id) => sql`${id}::uuid`)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from "Call" c
    where "organizationId" = ${input.organizationId}::uuid
      and status in ('ready', 'missed', 'failed')
      and "dueAt" <= ${toDate(input.now)} and "heldReason" is null
      ${input.exceptOnLine ? sql`and ("isDemo" or not ${isOnLineElsewhere})` : emptySql}
      ${except.length > 0 ? sql`and ("campaignId" is null or "campaignId" not in (${joinSql(except)}))` : emptySql}
    order by "expiresAt" nulls last, "dueAt", id
    limit ${input.limit} for update skip locked`
  return rows.map(({ id }) => id)
}

/** Calls that will be placed by themselves, in pages by id; those that others hold are waited for. */
export async function lockWaitingCalls(
  tx: DbTransaction,
  input: { organizationId: string; afterId: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Call"
    where "organizationId" = ${input.organizationId}::uuid
      and status in ('ready', 'missed', 'failed')
      and "dueAt" is not null and not "isDemo" and id > ${input.afterId ?? beforeAllIds}::uuid
    order by id
    limit ${input.limit} for update`
  return rows.map(({ id }) => id)
}

/** Calls that wait for a person, in pages by id. */
export async function lockHeldCalls(
  tx: DbTransaction,
  input: { organizationId: string; afterId: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "Call"
    where "organizationId" = ${input.organizationId}::uuid
      and status in ('ready', 'missed', 'failed')
      and "dueAt" is not null and "heldReason" is not null and id > ${input.afterId ?? beforeAllIds}::uuid
    order by id
    limit ${input.limit} for update skip locked`
  return rows.map(({ id }) => id)
}

export async function readOrganizationsWithHeldCalls(session: DbSession): Promise<string[]> {
  const rows = await session.$queryRaw<{ organizationId: string }[]>`
    select distinct "organizationId" from "Call"
    where status in ('ready', 'missed', 'failed')
      and "dueAt" is not null and "heldReason" is not null`
  return rows.map(({ organizationId }) => organizationId)
}
