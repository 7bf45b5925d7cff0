import type { Temporal } from 'temporal-polyfill'
import type { AttemptNews } from '../domain/call.schema.ts'
import { type DbSession, sql } from './client.ts'
import { isOnDoNotCall } from './do-not-call.ts'
import { toDate } from './instants.ts'

/**
 * Writes onto claimed attempts that they are about to be sent, and answers the keys of those that
 * may be: still their call's last attempt, given up by nobody, sent by nobody, and to a number that
 * is not on the do-not-call list. One statement however many; the role must see every organization.
 */
export async function clearAttempts(
  session: DbSession,
  input: {
    placementKeys: readonly string[]
    sentAt: Temporal.Instant
    leaseExpiresAt: Temporal.Instant
    entry: AttemptNews
  },
): Promise<Set<string>> {
  const isOptedOut = isOnDoNotCall(sql`c."organizationId"`, sql`c."phoneNumber"`)
  const rows = await session.$queryRaw<{ placementKey: string }[]>`
    update "CallAttempt" a set
      "sentAt" = ${toDate(input.sentAt)},
      "leaseExpiresAt" = ${toDate(input.leaseExpiresAt)},
      history = a.history || jsonb_build_array(${JSON.stringify(input.entry)}::jsonb)
    from "Call" c
    where a."placementKey" = any(${[...input.placementKeys]}::text[])
      and a.status = 'placing' and a."sentAt" is null
      and c."organizationId" = a."organizationId" and c.id = a."callId"
      and c.status = 'placing' and c."attemptCount" = a.number
      and (c."isDemo" or not ${isOptedOut})
    returning a."placementKey"`
  return new Set(rows.map(({ placementKey }) => placementKey))
}
