import type { Temporal } from 'temporal-polyfill'
import { type CallOutcome, type CallStatus, waitingStatuses } from '../domain/call-status.ts'
import { type DbSession, type Sql, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'
import { beforeAllIds } from './due-calls.ts'
import { toDate } from './instants.ts'
import { lastRungElsewhere } from './rung-numbers.ts'

/**
 * A call that will be placed by itself, with what its schedule asks about it. Instants are epoch
 * milliseconds.
 */
export type WaitingCallRow = {
  id: string
  phoneNumber: string
  status: CallStatus
  outcome: CallOutcome | null
  isAllowedOutsideWindows: boolean
  isHeld: boolean
  endedMs: number | null
  dueMs: number
  notBeforeMs: number
  expiresMs: number | null
  attemptCount: number
  campaignId: string | null
  customerTimeZone: string | null
  isSample: boolean
  serviceCompletedMs: number | null
  isOnDoNotCall: boolean
  lastPlacedMs: number | null
}

/** How many calls `readWaitingCalls` will read in all. */
export function countWaitingCalls(session: DbSession, organizationId: string): Promise<number> {
  return session.call.count({
    where: {
      organizationId,
      isDemo: false,
      dueAt: { not: null },
      status: { in: [...waitingStatuses] },
    },
  })
}

/**
 * A page of an organization's waiting calls, in the order of their ids. One value for the whole
 * page, since to read a hundred thousand rows one by one would take longer than to find them.
 */
export async function readWaitingCalls(
  session: DbSession,
  input: { organizationId: string; afterId: string | null; limit: number },
): Promise<WaitingCallRow[]> {
  const { organizationId, limit } = input
  const afterId = input.afterId ?? beforeAllIds
  const [answer] = await session.$queryRaw<{ calls: WaitingCallRow[] | null }[]>`
    select json_agg(waiting order by waiting.id) as calls from (
      select c.id, c."phoneNumber", c.status, c.outcome, c."isAllowedOutsideWindows",
        c."heldReason" is not null as "isHeld", c."attemptCount", c."campaignId",
        ${inMs(sql`c."endTime"`)} as "endedMs", ${inMs(sql`c."dueAt"`)} as "dueMs",
        ${inMs(sql`coalesce(c."notBefore", c."dueAt")`)} as "notBeforeMs",
        ${inMs(sql`c."expiresAt"`)} as "expiresMs", s."customerTimeZone", s."isSample",
        ${inMs(sql`s."completedAt"`)} as "serviceCompletedMs",
        ${isOnDoNotCall(organizationId, sql`c."phoneNumber"`)} as "isOnDoNotCall",
        ${inMs(lastRungElsewhere(organizationId))} as "lastPlacedMs"
      from (
        select * from "Call"
        where "organizationId" = ${organizationId}::uuid and status in ('ready', 'missed', 'failed')
          and "dueAt" is not null and not "isDemo" and id > ${afterId}::uuid
        order by id limit ${limit}
      ) c
      -- By its key, one after the other: the planner would rather read every visit for each page.
      cross join lateral (
        select s."customerTimeZone", s."isSample", s."completedAt" from "ServiceRecord" s
        where s."organizationId" = c."organizationId" and s.id = c."serviceRecordId" limit 1
      ) s
    ) waiting`
  return answer?.calls ?? []
}

// Not `extract`, which counts in decimals and takes several times as long. A double tells the columns'
// whole milliseconds apart.
const inMs = (instant: Sql): Sql => sql`(date_part('epoch', ${instant}) * 1000)::bigint`

/** The campaigns of an organization, by id, as far as a schedule asks about them. */
export async function readCampaignTimes(session: DbSession, organizationId: string) {
  return session.campaign.findMany({
    where: { organizationId },
    select: { id: true, name: true, isPaused: true, startsAt: true, endsAt: true },
  })
}

/** What holds the lines now: when each was opened, and when the last minute's calls were placed. */
export async function readOpenLines(
  session: DbSession,
  organizationId: string,
  now: Temporal.Instant,
): Promise<{
  active: { since: Date; campaignId: string | null; phoneNumber: string | null }[]
  placed: Date[]
}> {
  const [active, attempts] = await Promise.all([
    session.call.findMany({
      where: {
        organizationId,
        startTime: { not: null },
        status: { in: ['placing', 'ringing', 'in_progress'] },
      },
      select: { startTime: true, campaignId: true, phoneNumber: true, isDemo: true },
    }),
    session.callAttempt.findMany({
      where: { organizationId, requestedAt: { gt: toDate(now.subtract({ seconds: 60 })) } },
      select: { requestedAt: true },
    }),
  ])
  return {
    active: active.flatMap(({ startTime, campaignId, phoneNumber, isDemo }) =>
      startTime === null
        ? []
        : { since: startTime, campaignId, phoneNumber: isDemo ? null : phoneNumber },
    ),
    placed: attempts.map(({ requestedAt }) => requestedAt),
  }
}
