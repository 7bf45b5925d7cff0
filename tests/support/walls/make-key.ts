import { randomBytes } from 'node:crypto'
import { defaultKeyHasher } from '@better-auth/api-key'
import type { Db } from '../../../src/server/db/client.ts'
import type { KeyScope } from '../../../src/server/domain/rights.ts'

/** A good API key of the organization: its id, and what is sent as Bearer. */
export async function makeKey(db: Db, organizationId: string, scopes: readonly KeyScope[]) {
  const key = `rb_${randomBytes(32).toString('base64url')}`
  const { id } = await db.apiKey.create({
    data: {
      key: await defaultKeyHasher(key),
      referenceId: organizationId,
      name: 'A program',
      permissions: JSON.stringify({ scopes }),
      rateLimitEnabled: false,
    },
  })
  return { id, key }
}
