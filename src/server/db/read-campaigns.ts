import type { Temporal } from 'temporal-polyfill'
import type { CallStatus } from '../domain/call-status.ts'
import { type Campaign, type CampaignState, campaignSchema } from '../domain/campaign.schema.ts'
import { type DbSession, emptySql, sql } from './client.ts'
import { toInstant } from './instants.ts'

type Count = 'calls' | 'waiting' | 'covered' | 'optedOut'
type Counted = { campaignId: string; status: CallStatus } & Record<Count, number>

/** An organization's campaigns with how far they are, the newest first; only `id` where given. */
export async function readCampaigns(
  session: DbSession,
  input: { organizationId: string; id?: string; now: Temporal.Instant },
): Promise<Campaign[]> {
  const { organizationId, id, now } = input
  const campaigns = await session.campaign.findMany({
    where: { organizationId, ...(id !== undefined && { id }) },
    include: { scheduleConfigs: { orderBy: { version: 'desc' }, take: 1 } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const which = id === undefined ? emptySql : sql`and c."campaignId" = ${id}::uuid`
  const counts = await session.$queryRaw<Counted[]>`
    select c."campaignId", c.status, count(*)::int as calls,
      (count(*) filter (where c.status in ('ready', 'missed', 'failed') and c."dueAt" is not null))::int
        as waiting,
      (count(*) filter (where c.status = 'canceled' and exists (
        select from "CoveredVisit" v
        where v."organizationId" = c."organizationId" and v."settledCallId" = c.id
      )))::int as covered,
      (count(*) filter (where c.status = 'canceled' and c.outcome = 'opted_out'))::int as "optedOut"
    from "Call" c
    where c."organizationId" = ${organizationId}::uuid and c."campaignId" is not null ${which}
    group by c."campaignId", c.status`
  const visits = await session.$queryRaw<{ campaignId: string; visits: number }[]>`
    select "campaignId", count(distinct "serviceRecordId")::int as visits from (
      select c."campaignId", c."serviceRecordId" from "Call" c
      where c."organizationId" = ${organizationId}::uuid and c."campaignId" is not null ${which}
      union all
      select c."campaignId", v."serviceRecordId"
      from "CoveredVisit" v
      join "Call" c on c."organizationId" = v."organizationId" and c.id = v."callId"
      where c."organizationId" = ${organizationId}::uuid and c."campaignId" is not null ${which}
    ) visits group by "campaignId"`
  return campaigns.map((campaign) => {
    const own = counts.filter(({ campaignId }) => campaignId === campaign.id)
    const [newest] = campaign.scheduleConfigs
    const sum = (of: Count) => own.reduce((total, row) => total + row[of], 0)
    const callsOf = (status: CallStatus) => own.find((row) => row.status === status)?.calls ?? 0
    return {
      id: campaign.id,
      name: campaign.name,
      isPaused: campaign.isPaused,
      startsAt: campaign.startsAt?.toISOString() ?? null,
      endsAt: campaign.endsAt?.toISOString() ?? null,
      state: stateOf(campaign, now),
      schedule: campaignSchema.shape.schedule.parse(newest?.config ?? {}),
      scheduleVersion: newest?.version ?? 0,
      progress: {
        visits: visits.find(({ campaignId }) => campaignId === campaign.id)?.visits ?? 0,
        calls: sum('calls'),
        byStatus: {
          ready: callsOf('ready'),
          placing: callsOf('placing'),
          ringing: callsOf('ringing'),
          in_progress: callsOf('in_progress'),
          completed: callsOf('completed'),
          missed: callsOf('missed'),
          failed: callsOf('failed'),
          unknown: callsOf('unknown'),
          canceled: callsOf('canceled'),
        },
        waiting: sum('waiting'),
        covered: sum('covered'),
        optedOut: sum('optedOut'),
      },
      createdAt: campaign.createdAt.toISOString(),
    }
  })
}

function stateOf(
  campaign: { isPaused: boolean; startsAt: Date | null; endsAt: Date | null },
  now: Temporal.Instant,
): CampaignState {
  const isReached = (date: Date | null) =>
    date !== null && toInstant(date).epochMilliseconds <= now.epochMilliseconds
  if (isReached(campaign.endsAt)) return 'ended'
  if (campaign.isPaused) return 'paused'
  return campaign.startsAt === null || isReached(campaign.startsAt) ? 'running' : 'planned'
}
