import type { Temporal } from 'temporal-polyfill'
import type { AttemptNews } from '../domain/call.schema.ts'
import { type DbSession, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'
import { toDate } from './instants.ts'

/**
 * Writes onto claimed attempts that they are about to be sent, and answers the keys of those that
 * may be: still their call's last attempt, given up by nobody, sent by nobody, and to a number that
 * is not on the do-not-call list. Whoever was answered too late to send asks again, with the instant
 * that the late answer wrote down. One statement however many; the role must see every organization.
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
): Promise<Set<string>> {
  const isOptedOut = isOnDoNotCall(sql`c."organizationId"`, sql`c."phoneNumber"`)
  const keys = input.attempts.map(({ placementKey }) => placementKey)
  const cleared = input.attempts.map(({ clearedAt }) => clearedAt && toDate(clearedAt))
  const rows = await session.$queryRaw<{ placementKey: string }[]>`
    update "CallAttempt" a set
      "sentAt" = ${toDate(input.sentAt)},
      "leaseExpiresAt" = ${toDate(input.leaseExpiresAt)},
      history = case when a."sentAt" is not null then a.history
        else a.history || jsonb_build_array(${JSON.stringify(input.entry)}::jsonb) end
    from unnest(${keys}::text[], ${cleared}::timestamptz[]) asked("placementKey", "clearedAt"), "Call" c
    where a."placementKey" = asked."placementKey"
      and a.status = 'placing' and a."sentAt" is not distinct from asked."clearedAt"
      and c."organizationId" = a."organizationId" and c.id = a."callId"
      and c.status = 'placing' and c."attemptCount" = a.number
      and (c."isDemo" or not ${isOptedOut})
    returning a."placementKey"`
  return new Set(rows.map(({ placementKey }) => placementKey))
}
