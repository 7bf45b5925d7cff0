import type { Temporal } from 'temporal-polyfill'
import type { DbSession } from './client.ts'
import { toDate } from './instants.ts'

/** One saved version; `config` as it was stored, not yet checked. */
export type ScheduleConfigRow = {
  id: string
  campaignId: string | null
  version: number
  config: unknown
  createdAt: Date
}

/** The newest version of the organization's own schedule and of each campaign that has one. */
export async function readNewestScheduleConfigs(
  session: DbSession,
  organizationId: string,
): Promise<ScheduleConfigRow[]> {
  return session.$queryRaw<ScheduleConfigRow[]>`
    select distinct on ("campaignId") id, "campaignId", version, config, "createdAt"
    from "ScheduleConfig" where "organizationId" = ${organizationId}::uuid
    order by "campaignId", version desc`
}

/** A saved version, and how often it had been owed when it was read. */
export type OwedReplan = { id: string; organizationId: string; replanOwedTimes: number }

/** The saved versions by which an organization's waiting calls have yet to be planned anew. */
export async function readOwedReplans(
  session: DbSession,
  organizationId?: string,
): Promise<OwedReplan[]> {
  return session.scheduleConfig.findMany({
    where: { ...(organizationId && { organizationId }), replannedAt: null },
    select: { id: true, organizationId: true, replanOwedTimes: true },
    orderBy: { id: 'asc' },
  })
}

/** Leaves what was owed once more since it was read. */
export async function markReplanned(
  session: DbSession,
  owed: readonly OwedReplan[],
  now: Temporal.Instant,
): Promise<void> {
  if (owed.length === 0) return
  await session.scheduleConfig.updateMany({
    where: {
      OR: owed.map(({ id, replanOwedTimes }) => ({ id, replanOwedTimes })),
      replannedAt: null,
    },
    data: { replannedAt: toDate(now) },
  })
}

/** Notes that an organization's waiting calls have to be planned anew, though no schedule is newer. */
export async function oweReplan(tx: DbSession, organizationId: string): Promise<void> {
  await tx.$executeRaw`
    update "ScheduleConfig"
    set "replannedAt" = null, "replanOwedTimes" = "replanOwedTimes" + 1
    where id = (
      select id from "ScheduleConfig" where "organizationId" = ${organizationId}::uuid
      order by "createdAt" desc, id desc limit 1)`
}
