import type { Temporal } from 'temporal-polyfill'
import { type RecentAttempts, technicalOutcomes, wordless } from '../domain/auto-pause.ts'
import type { PauseState } from '../domain/pause-state.schema.ts'
import { type DbSession, type DbTransaction, type Sql, sql } from './client.ts'
import { toDate, toInstant } from './instants.ts'
import { isInvented } from './invented-visits.ts'
import { takeOrganizationLock } from './organization-lock.ts'

/** Failures that end at the same time are counted one after the other, so that none overlooks another. */
export const lockPauses = (tx: DbTransaction, organizationId: string): Promise<void> =>
  takeOrganizationLock(tx, 'pause', organizationId)

export async function readPauseState(
  session: DbSession,
  organizationId: string,
): Promise<PauseState> {
  const open = await session.callingPause.findFirst({ where: { organizationId, endedAt: null } })
  if (open === null) return { autoPause: null }
  const { startedAt, reason, failedCount, attemptCount } = open
  return { autoPause: { since: startedAt.toISOString(), reason, failedCount, attemptCount } }
}

/** Whether a person, failures or its campaign's pause keep the call `c` from being placed. */
export const isCallingPaused: Sql = sql`(
  coalesce((select (s.config ->> 'paused')::boolean from "ScheduleConfig" s
    where s."organizationId" = c."organizationId" and s."campaignId" is null
    order by s.version desc limit 1), false)
  or exists (select 1 from "CallingPause" p
    where p."organizationId" = c."organizationId" and p."endedAt" is null)
  or exists (select 1 from "Campaign" k
    where k."organizationId" = c."organizationId" and k.id = c."campaignId" and k."isPaused"))`

/** When a person last let calling go on. */
export async function readWentOnAt(
  session: DbSession,
  organizationId: string,
): Promise<Temporal.Instant | null> {
  const last = await session.callingPause.findFirst({
    where: { organizationId, endedAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    select: { endedAt: true },
  })
  return toInstant(last?.endedAt ?? null)
}

/** Ended attempts that were placed after `from`; a presenter's demo calls and samples count for nothing. */
export async function countRecentAttempts(
  session: DbSession,
  input: { organizationId: string; from: Temporal.Instant },
): Promise<RecentAttempts> {
  const [row] = await session.$queryRaw<RecentAttempts[]>`
    select count(*)::int as "attemptCount",
      (count(*) filter (where a.outcome = any(${[...technicalOutcomes]})
        or a."errorMessage" = ${wordless}))::int as "failedCount",
      (count(*) filter (where a."errorMessage" = ${wordless}))::int as "wordlessCount"
    from "CallAttempt" a
    join "Call" c on c."organizationId" = a."organizationId" and c.id = a."callId"
    join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
    join "Organization" o on o.id = a."organizationId"
    where a."organizationId" = ${input.organizationId}::uuid and not ${isInvented}
      and a."requestedAt" > ${toDate(input.from)} and a.outcome is not null and not c."isDemo"`
  return row ?? { attemptCount: 0, failedCount: 0, wordlessCount: 0 }
}
