import type { Db } from '../db/client.ts'

/** The organization of the demo; made at the first start, found again at every later one. */
export async function ensureDemoOrganization(authDb: Db): Promise<string> {
  await authDb.organization.createMany({
    data: {
      slug: 'demo',
      name: 'Harborview Motors',
      timeZone: 'America/New_York',
      isDemo: true,
    },
    skipDuplicates: true,
  })
  const where = { slug: 'demo' }
  const { id } = await authDb.organization.findUniqueOrThrow({ where, select: { id: true } })
  return id
}
