import { type DbTransaction, type Sql, sql } from './client.ts'

/**
 * Makes everybody who takes the same lock for this organization wait until the transaction ends, as
 * an expression for a transaction to begin by. Not the organization's row: that one belongs to the
 * feed.
 */
export const organizationLock = (of: Locked, organizationId: string): Sql =>
  sql`pg_advisory_xact_lock(hashtextextended(${`${of} ${organizationId}`}, 0))`

type Locked =
  | 'claim'
  | 'pause'
  | 'schedule'
  | 'call_script'
  | 'webhooks'
  | 'api_keys'
  | 'invitations'
  | 'saved_views'

/** The same, for a transaction that has begun. */
export async function takeOrganizationLock(
  tx: DbTransaction,
  of: Locked,
  organizationId: string,
): Promise<void> {
  await tx.$executeRaw`select ${organizationLock(of, organizationId)}`
}
