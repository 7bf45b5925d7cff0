import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { recordAudit } from './record-audit.ts'

type Revoked = { organizationId: string; actor: Actor; id: string; name: string | null }

/** Ends a key at once, also for what is open in its name. Throws `not_found` for an unknown one. */
export async function revokeApiKey(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { organizationId, actor, id }: { organizationId: string; actor: Actor; id: string },
): Promise<void> {
  await inOrganization(db, organizationId, async (tx) => {
    const own = { id, referenceId: organizationId }
    const found = await tx.apiKey.findFirst({ where: own, select: { name: true } })
    const { count } = await tx.apiKey.deleteMany({ where: own })
    // Of two who revoke it at once, the second one finds it gone.
    if (found === null || count === 0) {
      throw new DomainError('not_found', 'There is no key with this id.')
    }
    const { name } = found
    await recordKeyRevoked(tx, { organizationId, actor, id, name, now: clock.now() })
  })
}

/** Writes down that a key was ended, in the transaction of the deed. */
export const recordKeyRevoked = (
  tx: DbTransaction,
  { id, name, ...by }: Revoked & { now: Temporal.Instant },
): Promise<void> =>
  recordAudit(tx, {
    ...by,
    action: 'api_key.revoked',
    subjectType: 'api_key',
    subjectId: id,
    before: { name },
  })
