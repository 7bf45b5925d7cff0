import type { Temporal } from 'temporal-polyfill'
import type { AttemptNews } from '../domain/call.schema.ts'
import type { DbSession } from './client.ts'
import { toDate } from './instants.ts'

/** What the provider answered to one placement. */
export type Acceptance = { placementKey: string; providerCallId: string; entry: AttemptNews }

/**
 * Writes the provider's ids onto attempts that have none and, once, that they were accepted; an
 * attempt that has another id keeps it. One statement, as every placement passes here. Answers the
 * keys of those for which the provider named another line than before.
 */
export async function acceptAttempts(
  session: DbSession,
  input: {
    acceptances: readonly Acceptance[]
    acceptedAt: Temporal.Instant
    leaseExpiresAt: Temporal.Instant
    /** Nothing is added to one that has as many entries. */
    longestHistory: number
  },
): Promise<Set<string>> {
  const rows = await session.$queryRaw<{ placementKey: string; isOtherLine: boolean }[]>`
    with old as (
      select a.id, a."acceptedAt", g."providerCallId", g.entry,
        coalesce(a."providerCallId" <> g."providerCallId", false) as is_other
      from "CallAttempt" a
      join jsonb_to_recordset(${JSON.stringify(input.acceptances)}::jsonb)
        as g("placementKey" text, "providerCallId" text, entry jsonb)
        on a."placementKey" = g."placementKey"
      order by a.id for update of a
    )
    update "CallAttempt" a set
      "providerCallId" = coalesce(a."providerCallId", old."providerCallId"),
      "acceptedAt" = case when old.is_other then a."acceptedAt"
        else ${toDate(input.acceptedAt)} end,
      "leaseExpiresAt" = case when old.is_other then a."leaseExpiresAt"
        else ${toDate(input.leaseExpiresAt)} end,
      history = case when jsonb_array_length(a.history) >= ${input.longestHistory}::int then a.history
        else a.history || jsonb_build_array(
          old.entry || jsonb_build_object('applied', not old.is_other)) end
    from old where a.id = old.id and (old."acceptedAt" is null or old.is_other)
    returning a."placementKey", old.is_other as "isOtherLine"`
  return new Set(rows.flatMap((row) => (row.isOtherLine ? row.placementKey : [])))
}
