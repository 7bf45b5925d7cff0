import { randomBytes } from 'node:crypto'
import { defaultKeyHasher } from '@better-auth/api-key'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { toDate, toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { ApiKeyCreate, ApiKeyCreated } from '../domain/api-key.schema.ts'
import { addWithinLimit } from './add-within-limit.ts'
import { recordAudit } from './record-audit.ts'

/** What keys of ours begin with, so that people and secret scanners know them. */
const prefix = 'rb_'
const keysPerOrganization = 100

/**
 * Makes a key in the form in which better-auth verifies them. Only its hash is kept: the answer is
 * the one place where the key can be read.
 */
export async function createApiKey(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  by: { organizationId: string; actor: Actor },
  { name, scopes }: ApiKeyCreate,
): Promise<ApiKeyCreated> {
  const { organizationId, actor } = by
  const key = prefix + randomBytes(32).toString('base64url')
  const hash = await defaultKeyHasher(key)
  const now = clock.now()
  const row = {
    id: uuidv7(),
    name,
    prefix,
    key: hash,
    start: key.slice(0, prefix.length + 4),
    referenceId: organizationId,
    permissions: JSON.stringify({ scopes }),
    createdAt: toDate(now),
    updatedAt: toDate(now),
  }
  const limit = {
    organizationId,
    of: 'api_keys' as const,
    most: keysPerOrganization,
    count: (tx: DbTransaction) => tx.apiKey.count({ where: { referenceId: organizationId } }),
    refusal: `There are ${keysPerOrganization} keys already. Revoke one that is not used.`,
  }
  await addWithinLimit(db, limit, async (tx) => {
    await tx.apiKey.create({ data: row, select: { id: true } })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'api_key.created',
      subjectType: 'api_key',
      subjectId: row.id,
      after: { name, scopes },
      now,
    })
  })
  const { id, start } = row
  return { apiKey: { id, name, start, scopes, createdAt: toIso(now), lastUsedAt: null }, key }
}
