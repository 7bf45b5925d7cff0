import type { Db, DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { organizationLock } from '../db/organization-lock.ts'
import { DomainError } from '../domain/errors.ts'

type Limit = {
  organizationId: string
  of: 'webhooks' | 'api_keys' | 'invitations' | 'saved_views'
  most: number
  count: (tx: DbTransaction) => Promise<number>
  /** What is said to whoever wants one too many. */
  refusal: string
}

/**
 * Adds one of what an organization, or one of its people, has `most` of. Who adds one at the same
 * moment waits until this one is there: both would find room for the last one. Throws `conflict`
 * for one too many.
 */
export function addWithinLimit<T>(
  db: Db,
  { organizationId, of, most, count, refusal }: Limit,
  add: (tx: DbTransaction) => Promise<T>,
): Promise<T> {
  const addOne = async (tx: DbTransaction) => {
    if ((await count(tx)) >= most) throw new DomainError('conflict', refusal)
    return add(tx)
  }
  return inOrganization(db, organizationId, addOne, { lock: organizationLock(of, organizationId) })
}
