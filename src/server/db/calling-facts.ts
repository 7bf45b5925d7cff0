import type { Temporal } from 'temporal-polyfill'
import { type DbSession, type Sql, sql } from './client.ts'
import { toDate, toInstant } from './instants.ts'

/** How busy an organization's lines are. */
export type LineLoad = {
  activeCalls: number
  /** Those of them that belong to a campaign, by its id. */
  activeByCampaign: ReadonlyMap<string, number>
  placedLastMinute: number
  /** When the oldest attempt of the last minute leaves it; null without any. */
  minuteFreesAt: Temporal.Instant | null
  /** Since when calling has stopped by itself; null while it goes on. */
  autoPausedAt: Temporal.Instant | null
}

/** Answers beside the load whether the organization is one for demonstrations. */
export async function readLineLoad(
  session: DbSession,
  organizationId: string,
  now: Temporal.Instant,
): Promise<{ load: LineLoad; isDemoOrganization: boolean }> {
  const minuteAgo = toDate(now.subtract({ seconds: 60 }))
  const [row] = await session.$queryRaw<
    {
      active: { campaignId: string | null; count: number }[] | null
      placedLastMinute: number
      oldestAt: Date | null
      autoPausedAt: Date | null
      isDemo: boolean | null
    }[]
  >`
    select
      (select json_agg(a) from (
        select "campaignId", count(*)::int from "Call"
        where "organizationId" = ${organizationId}::uuid
          and status in ('placing', 'ringing', 'in_progress') group by 1) a) as active,
      (select "startedAt" from "CallingPause"
        where "organizationId" = ${organizationId}::uuid and "endedAt" is null) as "autoPausedAt",
      (select "isDemo" from "Organization" where id = ${organizationId}::uuid) as "isDemo",
      count(*)::int as "placedLastMinute",
      min("requestedAt") as "oldestAt"
    from "CallAttempt"
    where "organizationId" = ${organizationId}::uuid and "requestedAt" > ${minuteAgo}`
  const oldest = toInstant(row?.oldestAt ?? null)
  const active = row?.active ?? []
  const load = {
    activeCalls: active.reduce((sum, { count }) => sum + count, 0),
    activeByCampaign: new Map(active.map(({ campaignId, count }) => [campaignId ?? '', count])),
    placedLastMinute: row?.placedLastMinute ?? 0,
    minuteFreesAt: oldest?.add({ seconds: 60 }) ?? null,
    autoPausedAt: toInstant(row?.autoPausedAt ?? null),
  }
  // An organization that is gone rings nobody either.
  return { load, isDemoOrganization: row?.isDemo !== false }
}

/** Whether another call to the number of the call `c` is on the line. */
export const isOnLineElsewhere: Sql = sql`exists (
  select 1 from "Call" l where l."organizationId" = c."organizationId"
    and l."phoneNumber" = c."phoneNumber" and l.id <> c.id and not l."isDemo"
    and l.status in ('placing', 'ringing', 'in_progress'))`
