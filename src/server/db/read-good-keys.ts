import type { Db } from './client.ts'

/** Those of the API keys that still open their organization. */
export async function readGoodKeys(db: Db, ids: readonly string[]): Promise<string[]> {
  const keys = await db.apiKey.findMany({
    where: {
      id: { in: [...ids] },
      enabled: true,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
    },
    select: { id: true },
  })
  return keys.map(({ id }) => id)
}
