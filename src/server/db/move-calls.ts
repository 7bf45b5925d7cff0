import type { Temporal } from 'temporal-polyfill'
import { type DbTransaction, type Sql, sql } from './client.ts'
import { toDate, toIso } from './instants.ts'

export type CallToMove = { callId: string; keepUntil: Temporal.Instant }

/**
 * Puts waiting calls into a campaign, lets those that expire earlier live until `keepUntil`, and
 * gives them their next version; the feed is owed.
 */
export async function moveCallsToCampaign(
  tx: DbTransaction,
  input: {
    organizationId: string
    campaignId: string
    calls: readonly CallToMove[]
    now: Temporal.Instant
  },
): Promise<void> {
  if (input.calls.length === 0) return
  const rows = JSON.stringify(
    input.calls.map(({ callId, keepUntil }) => ({ callId, keepUntil: toIso(keepUntil) })),
  )
  await tx.$executeRaw`
    update "Call" c set "campaignId" = ${input.campaignId}::uuid, version = version + 1,
      "updatedAt" = ${toDate(input.now)},
      "expiresAt" = case when c."expiresAt" is null then null
        else greatest(c."expiresAt", r."keepUntil") end
    from (
      select "callId", max("keepUntil") as "keepUntil"
      from jsonb_to_recordset(${rows}::jsonb) as m("callId" uuid, "keepUntil" timestamptz)
      group by 1
    ) r
    where c."organizationId" = ${input.organizationId}::uuid and c.id = r."callId"`
}

type ToKeep = { organizationId: string; campaignId: string; keepUntil: Temporal.Instant }

/** Of a campaign's calls that are not over those that would expire earlier. */
const expiresEarlier = ({ organizationId, campaignId, keepUntil }: ToKeep): Sql => sql`
  "organizationId" = ${organizationId}::uuid and "campaignId" = ${campaignId}::uuid
  and "expiresAt" < ${toDate(keepUntil)}
  and (status in ('placing', 'ringing', 'in_progress')
    or status in ('ready', 'missed', 'failed') and "dueAt" is not null)`

export async function countCallsToKeep(tx: DbTransaction, input: ToKeep): Promise<number> {
  const [counted] = await tx.$queryRaw<{ calls: number }[]>`
    select count(*)::int as calls from "Call" where ${expiresEarlier(input)}`
  return counted?.calls ?? 0
}

/**
 * Lets a campaign's calls that are not over live until `keepUntil` where they would expire earlier, and
 * gives these their next version; answers their ids, at most `limit`, the feed is owed. The caller
 * holds the organization's claims.
 */
export async function keepCallsOfCampaign(
  tx: DbTransaction,
  input: ToKeep & { now: Temporal.Instant; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update "Call" set "expiresAt" = ${toDate(input.keepUntil)}, version = version + 1,
      "updatedAt" = ${toDate(input.now)}
    where "organizationId" = ${input.organizationId}::uuid and id = any(array(
      select id from "Call" where ${expiresEarlier(input)} order by id limit ${input.limit}
      for update))
    returning id`
  return rows.map(({ id }) => id)
}
