import type { DbTransaction } from '../db/client.ts'
import type { HistoryRows } from '../db/insert-history.ts'

type Named = { id?: string; name: string }

/**
 * The rows with the advisors, agents and campaigns that are there already in place of planned ones
 * of the same name: what people linked, touched or use outlives the sample that brought it.
 */
export async function withKnownNames(
  tx: DbTransaction,
  organizationId: string,
  rows: HistoryRows,
): Promise<HistoryRows> {
  const named = (planned: readonly Named[]) => ({
    where: { organizationId, name: { in: planned.map(({ name }) => name) } },
    select: { id: true, name: true },
  })
  const { advisors, agents, campaigns } = rows
  const ofAdvisors = lend(advisors, await tx.serviceAdvisor.findMany(named(advisors)))
  const ofAgents = lend(agents, await tx.agent.findMany(named(agents)))
  const ofCampaigns = lend(campaigns, await tx.campaign.findMany(named(campaigns)))
  return {
    ...rows,
    advisors: ofAdvisors.missing,
    agents: ofAgents.missing,
    campaigns: ofCampaigns.missing,
    records: rows.records.map((record) => ({
      ...record,
      serviceAdvisorId: ofAdvisors.idFor(record.serviceAdvisorId),
    })),
    calls: rows.calls.map((call) => ({
      ...call,
      agentId: ofAgents.idFor(call.agentId),
      campaignId: ofCampaigns.idFor(call.campaignId),
    })),
  }
}

function lend<Row extends Named>(
  planned: readonly Row[],
  known: readonly { id: string; name: string }[],
) {
  const idOfName = new Map(known.map(({ id, name }) => [name, id]))
  const lent = new Map(planned.map(({ id, name }) => [id, idOfName.get(name)]))
  return {
    missing: planned.filter(({ name }) => !idOfName.has(name)),
    idFor: (id: string | null | undefined) => (id ? (lent.get(id) ?? id) : null),
  }
}
