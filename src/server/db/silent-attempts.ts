import { Temporal } from 'temporal-polyfill'
import { type DbSession, sql } from './client.ts'
import { toDate, toInstant } from './instants.ts'

/** A live attempt that may have ended without our hearing of it. */
export type SilentAttempt = {
  placementKey: string
  provider: string
  providerCallId: string | null
  phoneNumber: string
  requestedAt: Temporal.Instant
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
  return selectLive(
    session,
    sql`a."leaseExpiresAt" <= ${toDate(until)}
      or (a."providerCallId" is null and a."requestedAt" <= ${toDate(overdueSince)})`,
  )
}

export async function readLiveAttempt(
  session: DbSession,
  placementKey: string,
): Promise<SilentAttempt | null> {
  const [attempt] = await selectLive(session, sql`a."placementKey" = ${placementKey}`)
  return attempt ?? null
}

type Row = Omit<SilentAttempt, 'requestedAt' | 'leaseExpiresAt'> & {
  requestedAt: Date
  leaseExpiresAt: Date
}

async function selectLive(session: DbSession, condition: ReturnType<typeof sql>) {
  const rows = await session.$queryRaw<Row[]>`
    select a."placementKey", a.provider, a."providerCallId", c."phoneNumber", a."requestedAt",
      a."leaseExpiresAt"
    from "CallAttempt" a
    join "Call" c on c."organizationId" = a."organizationId" and c.id = a."callId"
    where a.status in ('placing', 'ringing', 'in_progress') and (${condition})
    order by a."leaseExpiresAt"`
  return rows.map(
    (row): SilentAttempt => ({
      ...row,
      requestedAt: toInstant(row.requestedAt),
      leaseExpiresAt: toInstant(row.leaseExpiresAt),
    }),
  )
}
