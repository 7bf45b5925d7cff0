import type { CallOutcome } from '../domain/call-status.ts'
import { endedStatuses } from '../domain/call-status.ts'
import { hourAt } from './call-conditions.ts'
import { type DbSession, sql } from './client.ts'
import { type EndedCalls, endedCalls } from './count-answers.ts'
import { isInvented } from './invented-visits.ts'

export type CountedEndings = {
  isReached: boolean
  outcome: CallOutcome | null
  calls: number
  willBeTriedAgain: number
}[]

/** How calls ended whose last attempt, or whose time to be called, ended in the period. */
export const countEndings = (session: DbSession, calls: EndedCalls): Promise<CountedEndings> =>
  session.$queryRaw`
    select c.status = 'completed' as "isReached", c.outcome, count(*)::int as calls,
      count(c."dueAt")::int as "willBeTriedAgain"
    from "Call" c
    where ${endedCalls(calls, endedStatuses)}
    group by 1, 2 order by count(*) desc, 2`

/** How many of the calls that ended came with the product; where no sample is, nothing is read. */
export async function countSampleCalls(session: DbSession, calls: EndedCalls): Promise<number> {
  const [counted] = await session.$queryRaw<{ calls: number }[]>`
    select count(*)::int as calls
    from "Call" c
    join "Organization" o on o.id = c."organizationId"
    join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
    where (select "sampleLoadedAt" is not null and "sampleRemovedAt" is null
        from "Organization" where id = ${calls.organizationId}::uuid)
      and ${endedCalls(calls, endedStatuses)} and ${isInvented}`
  return counted?.calls ?? 0
}

/** Calls first tried in the period by the local hour of that try, and how many answered at it. */
export const countFirstTries = (
  session: DbSession,
  { organizationId, from, to, timeZone }: EndedCalls & { timeZone: string },
): Promise<{ hour: number; tried: number; answered: number }[]> => session.$queryRaw`
  select ${hourAt(sql`t."requestedAt"`, timeZone)} as hour, count(*)::int as tried,
    (count(*) filter (where c.status = 'completed' and c."attemptCount" = 1))::int as answered
  from "CallAttempt" t
  join "Call" c on c."organizationId" = t."organizationId" and c.id = t."callId"
  where t."organizationId" = ${organizationId}::uuid and t.number = 1
    and t."requestedAt" >= ${from} and t."requestedAt" < ${to} and not c."isDemo"
  group by 1 order by 1`
