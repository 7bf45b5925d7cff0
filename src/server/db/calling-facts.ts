import type { Temporal } from 'temporal-polyfill'
import { type DbSession, type Sql, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'
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

export async function readLineLoad(
  session: DbSession,
  organizationId: string,
  now: Temporal.Instant,
): Promise<LineLoad> {
  const minuteAgo = toDate(now.subtract({ seconds: 60 }))
  const [row] = await session.$queryRaw<
    {
      active: { campaignId: string | null; count: number }[] | null
      placedLastMinute: number
      oldestAt: Date | null
      autoPausedAt: Date | null
    }[]
  >`
    select
      (select json_agg(a) from (
        select "campaignId", count(*)::int from "Call"
        where "organizationId" = ${organizationId}::uuid
          and status in ('placing', 'ringing', 'in_progress') group by 1) a) as active,
      (select "startedAt" from "CallingPause"
        where "organizationId" = ${organizationId}::uuid and "endedAt" is null) as "autoPausedAt",
      count(*)::int as "placedLastMinute",
      min("requestedAt") as "oldestAt"
    from "CallAttempt"
    where "organizationId" = ${organizationId}::uuid and "requestedAt" > ${minuteAgo}`
  const oldest = toInstant(row?.oldestAt ?? null)
  const active = row?.active ?? []
  return {
    activeCalls: active.reduce((sum, { count }) => sum + count, 0),
    activeByCampaign: new Map(active.map(({ campaignId, count }) => [campaignId ?? '', count])),
    placedLastMinute: row?.placedLastMinute ?? 0,
    minuteFreesAt: oldest?.add({ seconds: 60 }) ?? null,
    autoPausedAt: toInstant(row?.autoPausedAt ?? null),
  }
}

/** What is known of a call's number beside the call itself. */
export type NumberFacts = {
  isOnDoNotCall: boolean
  /** When another call was last placed to it; demo calls ring nobody and do not count. */
  lastPlacedToNumberAt: Temporal.Instant | null
  /** Another call to it is placing, ringing or in progress. */
  isNumberOnLine: boolean
}

export async function readNumberFacts(
  session: DbSession,
  organizationId: string,
  callIds: readonly string[],
): Promise<Map<string, NumberFacts>> {
  if (callIds.length === 0) return new Map()
  const rows = await session.$queryRaw<
    { id: string; isOnDoNotCall: boolean; lastPlacedAt: Date | null; isNumberOnLine: boolean }[]
  >`
    select c.id,
      ${isOnDoNotCall(organizationId, sql`c."phoneNumber"`)} as "isOnDoNotCall",
      (select max(o."startTime") from "Call" o where o."organizationId" = c."organizationId"
        and o."phoneNumber" = c."phoneNumber" and o.id <> c.id and not o."isDemo"
      ) as "lastPlacedAt",
      ${isOnLineElsewhere} as "isNumberOnLine"
    from "Call" c
    where c."organizationId" = ${organizationId}::uuid
      and c.id = any(${[...callIds]}::uuid[])`
  return new Map(
    rows.map(({ id, isOnDoNotCall, lastPlacedAt, isNumberOnLine }) => [
      id,
      { isOnDoNotCall, lastPlacedToNumberAt: toInstant(lastPlacedAt), isNumberOnLine },
    ]),
  )
}

/** Whether another call to the number of the call `c` is on the line. */
export const isOnLineElsewhere: Sql = sql`exists (
  select 1 from "Call" l where l."organizationId" = c."organizationId"
    and l."phoneNumber" = c."phoneNumber" and l.id <> c.id and not l."isDemo"
    and l.status in ('placing', 'ringing', 'in_progress'))`
