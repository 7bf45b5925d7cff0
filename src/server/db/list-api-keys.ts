import { z } from 'zod'
import type { ApiKey } from '../domain/api-key.schema.ts'
import { keyScopes } from '../domain/rights.ts'
import type { DbSession } from './client.ts'

const grantSchema = z.object({ scopes: z.array(z.string()) }).catch({ scopes: [] })

/** An organization's keys, the newest first. */
export async function listApiKeys(session: DbSession, organizationId: string): Promise<ApiKey[]> {
  const rows = await session.apiKey.findMany({
    where: { referenceId: organizationId },
    select: {
      id: true,
      name: true,
      start: true,
      permissions: true,
      createdAt: true,
      lastRequest: true,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, name, start, permissions, createdAt, lastRequest }) => ({
    id,
    name: name ?? '',
    start: start ?? '',
    scopes: readScopes(permissions),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastRequest?.toISOString() ?? null,
  }))
}

/** Scopes are kept as better-auth keeps permissions: as JSON in a text. */
function readScopes(permissions: string | null): ApiKey['scopes'] {
  const { scopes } = grantSchema.parse(permissions === null ? null : JSON.parse(permissions))
  return keyScopes.filter((scope) => scopes.includes(scope))
}
