import { Temporal } from 'temporal-polyfill'
import type { DbSession } from './client.ts'
import { toDate, toInstant } from './instants.ts'

/** A live attempt that may have ended without our hearing of it. */
export type SilentAttempt = {
  placementKey: string
  provider: string
  providerCallId: string | null
  leaseExpiresAt: Temporal.Instant
}

/** A placement that is under way has no id of the provider yet; after this it is overdue. */
const placementSec = 12

/**
 * `silent`: live attempts whose lease is over, or that should long have an id of the provider.
 * `all`: every live attempt, for a process that starts and knows nothing.
 */
export async function readLiveAttempts(
  session: DbSession,
  scope: 'silent' | 'all',
  now: Temporal.Instant,
): Promise<SilentAttempt[]> {
  const until = scope === 'all' ? Temporal.Instant.from('9999-01-01T00:00:00Z') : now
  const overdueSince = now.subtract({ seconds: placementSec })
  const rows = await session.$queryRaw<
    (Omit<SilentAttempt, 'leaseExpiresAt'> & { leaseExpiresAt: Date })[]
  >`
    select "placementKey", provider, "providerCallId", "leaseExpiresAt" from "CallAttempt"
    where status in ('placing', 'ringing', 'in_progress')
      and ("leaseExpiresAt" <= ${toDate(until)}
        or ("providerCallId" is null and "requestedAt" <= ${toDate(overdueSince)}))
    order by "leaseExpiresAt"`
  return rows.map((row) => ({ ...row, leaseExpiresAt: toInstant(row.leaseExpiresAt) }))
}

export async function readLiveAttempt(
  session: DbSession,
  placementKey: string,
): Promise<SilentAttempt | null> {
  const row = await session.callAttempt.findUnique({
    where: { placementKey, status: { in: ['placing', 'ringing', 'in_progress'] } },
    select: { placementKey: true, provider: true, providerCallId: true, leaseExpiresAt: true },
  })
  return row === null ? null : { ...row, leaseExpiresAt: toInstant(row.leaseExpiresAt) }
}
