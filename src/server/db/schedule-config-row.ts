import type { DbSession } from './client.ts'

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
