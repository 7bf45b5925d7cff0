import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from './client.ts'

/** The ids of an organization's service advisors by name; those it lacks are created. */
export async function findOrCreateAdvisors(
  tx: DbTransaction,
  organizationId: string,
  names: Iterable<string>,
): Promise<Map<string, string>> {
  // Sorted, so that two imports at a time never wait for each other in a circle.
  const wanted = [...new Set(names)].sort()
  if (wanted.length === 0) return new Map()
  const where = { organizationId, name: { in: wanted } }
  const known = await tx.serviceAdvisor.findMany({ where, select: { id: true, name: true } })
  const ids = new Map(known.map(({ name, id }) => [name, id]))
  const missing = wanted.filter((name) => !ids.has(name))
  if (missing.length === 0) return ids
  await tx.serviceAdvisor.createMany({
    data: missing.map((name) => ({ id: uuidv7(), organizationId, name })),
    skipDuplicates: true,
  })
  const all = await tx.serviceAdvisor.findMany({ where, select: { id: true, name: true } })
  return new Map(all.map(({ name, id }) => [name, id]))
}
