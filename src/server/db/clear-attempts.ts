import type { Temporal } from 'temporal-polyfill'
import type { AttemptNews } from '../domain/call.schema.ts'
import { isCallingPaused } from './calling-pause.ts'
import { type DbSession, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'
import { toDate } from './instants.ts'

/** Why an attempt that nobody has given up may not be sent. */
export type WhyNotSent = 'opted_out' | 'paused'

/**
 * Writes onto claimed attempts that they are about to be sent, and answers by their keys of those that
 * may be null: still their call's last attempt, given up by nobody, sent by nobody, not paused, and to
 * a number that is not on the do-not-call list. Where one of the last two is all that is in the way it
 * answers that, and nothing of any other. Whoever was answered too late to send asks again, with the
 * instant that the late answer wrote down. One statement however many; the role must see every
 * organization.
 */
export async function clearAttempts(
  session: DbSession,
  input: {
    /** `clearedAt` is null for who asks for the first time. */
    attempts: readonly { placementKey: string; clearedAt: Temporal.Instant | null }[]
    sentAt: Temporal.Instant
    leaseExpiresAt: Temporal.Instant
    entry: AttemptNews
  },
): Promise<Map<string, WhyNotSent | null>> {
  const isOptedOut = isOnDoNotCall(sql`c."organizationId"`, sql`c."phoneNumber"`)
  const keys = input.attempts.map(({ placementKey }) => placementKey)
  const cleared = input.attempts.map(({ clearedAt }) => clearedAt && toDate(clearedAt))
  // Each found by its key, one after the other: a planner that last saw few calls being placed would
  // compare every one of them with every other, once there are many.
  const rows = await session.$queryRaw<{ placementKey: string; why: WhyNotSent | null }[]>`
    with judged as materialized (
      select t.id, t."placementKey", case
          when not c."isDemo" and ${isOptedOut} then 'opted_out'
          when ${isCallingPaused} then 'paused' end as why, asked."clearedAt"
      from unnest(${keys}::text[], ${cleared}::timestamptz[]) asked("placementKey", "clearedAt")
      cross join lateral (
        select id, "placementKey", "organizationId", "callId", number from "CallAttempt"
        where "placementKey" = asked."placementKey" and status = 'placing'
          and "sentAt" is not distinct from asked."clearedAt" limit 1
      ) t
      cross join lateral (
        select "organizationId", "campaignId", "phoneNumber", "isDemo", status, "attemptCount"
        from "Call"
        where "organizationId" = t."organizationId" and id = t."callId" limit 1
      ) c
      where c.status = 'placing' and c."attemptCount" = t.number
    ), sent as (
      update "CallAttempt" a set
        "sentAt" = ${toDate(input.sentAt)},
        "leaseExpiresAt" = ${toDate(input.leaseExpiresAt)},
        history = case when a."sentAt" is not null then a.history
          else a.history || jsonb_build_array(${JSON.stringify(input.entry)}::jsonb) end
      from judged
      where a.id = judged.id and judged.why is null and a.status = 'placing'
        and a."sentAt" is not distinct from judged."clearedAt"
      returning a."placementKey"
    )
    select "placementKey", null as why from sent
    union all
    select "placementKey", why from judged where why is not null`
  return new Map(rows.map(({ placementKey, why }) => [placementKey, why]))
}
