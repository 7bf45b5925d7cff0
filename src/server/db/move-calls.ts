import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
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

/**
 * Lets a campaign's calls that are not over live until `keepUntil` where they would expire earlier, and
 * gives these their next version; answers their ids, the feed is owed. The caller holds the
 * organization's claims.
 */
export async function keepCallsOfCampaign(
  tx: DbTransaction,
  input: {
    organizationId: string
    campaignId: string
    keepUntil: Temporal.Instant
    now: Temporal.Instant
  },
): Promise<string[]> {
  const keepUntil = toDate(input.keepUntil)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update "Call" set "expiresAt" = ${keepUntil}, version = version + 1,
      "updatedAt" = ${toDate(input.now)}
    where "organizationId" = ${input.organizationId}::uuid
      and "campaignId" = ${input.campaignId}::uuid and "expiresAt" < ${keepUntil}
      and (status in ('placing', 'ringing', 'in_progress')
        or status in ('ready', 'missed', 'failed') and "dueAt" is not null)
    returning id`
  return rows.map(({ id }) => id)
}
