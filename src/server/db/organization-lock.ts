import { type Sql, sql } from './client.ts'

/**
 * Makes everybody who takes the same lock for this organization wait until the transaction ends, as
 * an expression for a transaction to begin by. Not the organization's row: that one belongs to the
 * feed.
 */
export const organizationLock = (
  of: 'claim' | 'webhooks' | 'invitations',
  organizationId: string,
): Sql => sql`pg_advisory_xact_lock(hashtextextended(${`${of} ${organizationId}`}, 0))`
