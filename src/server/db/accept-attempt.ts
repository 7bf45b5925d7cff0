import type { Temporal } from 'temporal-polyfill'
import type { AttemptNews } from '../domain/call.schema.ts'
import type { DbSession } from './client.ts'
import { toDate } from './instants.ts'

/**
 * Writes the provider's id onto an attempt that has none and, once, that it was accepted; an
 * attempt that has another id keeps it. One statement, as every placement passes here. Null when
 * there was nothing to write.
 */
export async function acceptAttempt(
  session: DbSession,
  accepted: {
    placementKey: string
    providerCallId: string
    acceptedAt: Temporal.Instant
    leaseExpiresAt: Temporal.Instant
    entry: AttemptNews
  },
): Promise<{ isOtherLine: boolean } | null> {
  const { placementKey, providerCallId, entry } = accepted
  const [row] = await session.$queryRaw<{ isOtherLine: boolean }[]>`
    with old as (
      select id, "acceptedAt", coalesce("providerCallId" <> ${providerCallId}, false) as is_other
      from "CallAttempt" where "placementKey" = ${placementKey} for update
    )
    update "CallAttempt" a set
      "providerCallId" = coalesce(a."providerCallId", ${providerCallId}),
      "acceptedAt" = case when old.is_other then a."acceptedAt"
        else ${toDate(accepted.acceptedAt)} end,
      "leaseExpiresAt" = case when old.is_other then a."leaseExpiresAt"
        else ${toDate(accepted.leaseExpiresAt)} end,
      history = a.history
        || jsonb_build_array(${JSON.stringify(entry)}::jsonb
          || jsonb_build_object('applied', not old.is_other))
    from old where a.id = old.id and (old."acceptedAt" is null or old.is_other)
    returning old.is_other as "isOtherLine"`
  return row ?? null
}
