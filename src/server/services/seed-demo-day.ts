import { inOrganization } from '../db/in-organization.ts'
import { type HistoryRows, insertHistory } from '../db/insert-history.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { type CallTab, callStatuses, statusesOfTab } from '../domain/call-status.ts'
import { toDemoCases } from './demo-day/demo-cases.ts'
import { toDemoRows } from './demo-day/demo-rows.ts'
import { planDemoDay } from './demo-day/plan-demo-day.ts'

/**
 * Gives a demo organization a believable day, once: one that has any visit is left as it is, and so
 * is one that is not for demos. Answers whether it did. The organization moves to a zone where it is working time now.
 */
export async function seedDemoDay(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { organizationId: string; seed?: string },
): Promise<boolean> {
  const { organizationId } = input
  return inOrganization(deps.db, organizationId, async (tx) => {
    await tx.$executeRaw`
      select 1 from "Organization" where id = ${organizationId}::uuid for update`
    const organization = await tx.organization.findUnique({
      where: { id: organizationId },
      select: { isDemo: true, serviceRecords: { take: 1, select: { id: true } } },
    })
    if (!organization?.isDemo || organization.serviceRecords.length > 0) return false

    const now = deps.clock.now()
    const day = planDemoDay({ now, seed: input.seed ?? organizationId })
    const startAt = toDate(now.subtract({ hours: 24 * 22 }))
    const history = toDemoRows(day, { organizationId, startAt })
    const rows = { ...history, cases: toDemoCases(day, history.calls) }
    await insertHistory(tx, rows)
    await tx.organization.update({
      where: { id: organizationId },
      data: {
        timeZone: day.timeZone,
        readyCount: countOf(rows, 'ready'),
        missedCount: countOf(rows, 'missed'),
        completedCount: countOf(rows, 'completed'),
      },
    })
    return true
  })
}

function countOf({ calls }: HistoryRows, tab: CallTab): number {
  const statuses = callStatuses.filter((status) => statusesOfTab[tab].includes(status))
  return calls.filter((call) => statuses.some((status) => status === call.status)).length
}
