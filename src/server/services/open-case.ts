import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { toDate } from '../db/instants.ts'
import { readCaseRule } from '../db/read-organization.ts'
import type { Call } from '../domain/call.schema.ts'
import { caseDueAt, isLowScore } from '../domain/case-rules.ts'
import { rolesThat } from '../domain/rights.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'

/**
 * Opens the case of a call whose score its organization calls low, in the transaction that wrote the
 * score; a demo call, which is nobody's answer, has none. A call has one case for good: answers
 * whether this was it. It is whose the service advisor's visits are.
 */
export async function openCase(
  tx: DbTransaction,
  { call, now }: { call: Call; now: Temporal.Instant },
): Promise<boolean> {
  const { organizationId, id: callId, serviceAdvisorId, npsScore, isDemo } = call
  if (npsScore === null || isDemo) return false
  const { lowScore } = await readCaseRule(tx, organizationId)
  if (!isLowScore(npsScore, lowScore)) return false
  const { calendar } = await loadScheduleConfig(tx, { organizationId, campaignId: null })
  const ownerId = serviceAdvisorId === null ? null : await findOwner(tx, call)
  const opened = await tx.case.createMany({
    data: {
      id: uuidv7(),
      organizationId,
      callId,
      ownerId,
      openedAt: toDate(now),
      dueAt: toDate(caseDueAt(calendar, now)),
    },
    skipDuplicates: true,
  })
  return opened.count === 1
}

/**
 * The member who answers for the advisor, while they are one and work with calls; they do not leave
 * before the transaction ends.
 */
async function findOwner(
  tx: DbTransaction,
  { organizationId, serviceAdvisorId }: Call,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ userId: string }[]>`
    select m."userId" from "ServiceAdvisor" a
    join "Member" m on m."organizationId" = a."organizationId" and m."userId" = a."userId"
    where a."organizationId" = ${organizationId}::uuid and a.id = ${serviceAdvisorId}::uuid
      and m.role = any(${rolesThat('calls.work')}::text[])
    for share of m`
  return found?.userId ?? null
}
