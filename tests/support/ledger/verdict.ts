import type { PlacementHouse } from './placement-house.ts'
import { readLedger } from './placement-house.ts'

const over = ['completed', 'missed', 'failed', 'unknown', 'canceled']

/** How a run ended, by the ledger and by the database. */
export async function judgeRun({ db, organizationId, ledger }: PlacementHouse) {
  const { keys, ...requests } = await readLedger(ledger)
  const calls = await db.call.findMany({
    where: { organizationId },
    select: { status: true, dueAt: true },
  })
  const attempts = await db.callAttempt.findMany({
    where: { organizationId },
    select: { placementKey: true, status: true },
  })
  const known = new Set(attempts.map(({ placementKey }) => placementKey))
  const completed = attempts.filter(({ status }) => status === 'completed')
  return {
    ...requests,
    calls: calls.length,
    attempts: attempts.length,
    /** Calls that will not come to an end by themselves. */
    unfinished: calls.filter(({ status, dueAt }) => !over.includes(status) || dueAt !== null)
      .length,
    unknown: calls.filter(({ status }) => status === 'unknown').length,
    completed: completed.length,
    /** In the ledger, and nowhere with us. */
    lostRequests: [...keys].filter((key) => !known.has(key)).length,
    /** Completed with us, and not in the ledger. */
    inventedCalls: completed.filter(({ placementKey }) => !keys.has(placementKey)).length,
    ambiguous: attempts.filter(
      ({ placementKey, status }) => status === 'unknown' && keys.has(placementKey),
    ).length,
  }
}

export type Verdict = Awaited<ReturnType<typeof judgeRun>>
/** Nothing waits and no line is open. */
export const isOver = (counts: Record<string, number>) =>
  ['ready', 'placing', 'ringing', 'in_progress'].every((status) => !counts[status])
