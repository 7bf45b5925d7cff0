import type { DbTransaction } from '../db/client.ts'
import { DomainError } from '../domain/errors.ts'
import { rolesThat } from '../domain/rights.ts'

/**
 * A member who works with calls, and who does not leave before the transaction ends; throws
 * `not_found` for anybody else.
 */
export async function readWorker(
  tx: DbTransaction,
  organizationId: string,
  userId: string,
): Promise<{ name: string }> {
  const [found] = await tx.$queryRaw<{ name: string }[]>`
    select u.name from "Member" m join "User" u on u.id = m."userId"
    where m."organizationId" = ${organizationId}::uuid and m."userId" = ${userId}::uuid
      and m.role = any(${rolesThat('calls.work')}::text[])
    for share of m`
  if (found !== undefined) return found
  throw new DomainError('not_found', 'Nobody with this id works with calls here.')
}
