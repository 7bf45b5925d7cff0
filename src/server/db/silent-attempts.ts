import type { Temporal } from 'temporal-polyfill'
import { type CallStatus, liveStatuses } from '../domain/call-status.ts'
import { type DbSession, type Sql, sql } from './client.ts'
import { toDate, toInstant } from './instants.ts'

/** An attempt that may have ended without our hearing of it. */
export type SilentAttempt = {
  placementKey: string
  provider: string
  providerCallId: string | null
  phoneNumber: string
  isDemo: boolean
  status: CallStatus
  /** When it was claimed. */
  requestedAt: Temporal.Instant
  /** Null where the provider was surely never asked. */
  sentAt: Temporal.Instant | null
  leaseExpiresAt: Temporal.Instant
  /** Of a line that somebody keeps open from the stage. */
  heldUntil: Temporal.Instant | null
}

/** Which live attempts are looked up: see `readLiveAttempts`. */
export type RecoveryScope = 'silent' | { claimedBefore: Temporal.Instant }

/** A placement that is under way has no id of the provider yet; after this it is overdue. */
const placementSec = 12
/** A line that is told of for longer than this is looked at, however fresh the news. */
const longestLineHours = 2

/**
 * `silent`: live attempts whose lease is over, that should long have an id of the provider, or that
 * should long have ended. With `claimedBefore` also every other one claimed before that instant, for
 * a process that starts and knows nothing of them.
 */
export async function readLiveAttempts(
  session: DbSession,
  scope: RecoveryScope,
  now: Temporal.Instant,
): Promise<SilentAttempt[]> {
  const unheardOf =
    scope === 'silent' ? sql`false` : sql`a."requestedAt" < ${toDate(scope.claimedBefore)}`
  const overdueSince = now.subtract({ seconds: placementSec })
  const endlessSince = now.subtract({ hours: longestLineHours })
  return readAttempts(
    session,
    sql`a.status in ('placing', 'ringing', 'in_progress')
      and (a."leaseExpiresAt" <= ${toDate(now)} or ${unheardOf}
        or a."requestedAt" <= ${toDate(endlessSince)}
        or (a."providerCallId" is null and a."requestedAt" <= ${toDate(overdueSince)}))
    order by a."leaseExpiresAt"`,
  )
}

/**
 * Attempts that were given up after `since`, and of whose calls nobody has decided yet: at most
 * `limit`, first those that nothing was heard of or asked about for longest.
 */
export async function readDoubtfulAttempts(
  session: DbSession,
  { since, limit }: { since: Temporal.Instant; limit: number },
): Promise<SilentAttempt[]> {
  return readAttempts(
    session,
    sql`a.status = 'unknown' and a."endedAt" > ${toDate(since)}
      and c.status = 'unknown' and c."attemptCount" = a.number
    order by a."leaseExpiresAt", a.id limit ${limit}`,
  )
}

export async function readLiveAttempt(
  session: DbSession,
  placementKey: string,
): Promise<SilentAttempt | null> {
  const [attempt] = await readAttempts(
    session,
    sql`a."placementKey" = ${placementKey} and a.status = any(${[...liveStatuses]}::text[])`,
  )
  return attempt ?? null
}

type Row = Omit<SilentAttempt, 'requestedAt' | 'sentAt' | 'leaseExpiresAt' | 'heldUntil'> & {
  requestedAt: Date
  sentAt: Date | null
  leaseExpiresAt: Date
  heldUntil: Date | null
}

async function readAttempts(session: DbSession, where: Sql): Promise<SilentAttempt[]> {
  const rows = await session.$queryRaw<Row[]>`
    select a."placementKey", a.provider, a."providerCallId", c."phoneNumber", c."isDemo", a.status,
      a."requestedAt", a."sentAt", a."leaseExpiresAt", a."heldUntil"
    from "CallAttempt" a
    join "Call" c on c."organizationId" = a."organizationId" and c.id = a."callId"
    where ${where}`
  return rows.map((row) => ({
    ...row,
    requestedAt: toInstant(row.requestedAt),
    sentAt: toInstant(row.sentAt),
    leaseExpiresAt: toInstant(row.leaseExpiresAt),
    heldUntil: toInstant(row.heldUntil),
  }))
}
