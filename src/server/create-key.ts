import { openDatabase, Refusal, runAtTerminal, startFirst } from './at-terminal.ts'
import { systemClock } from './clock.ts'
import { readKeyWishes } from './command-wishes.ts'
import { createDb, type Db } from './db/client.ts'
import { systemActor } from './domain/actor.ts'
import { createApiKey } from './services/create-api-key.ts'

/** The organization's id, as the role that signs people in and sees the names of all. */
async function findOrganization(authDb: Db, slug: string): Promise<string> {
  const organizations = await authDb.organization.findMany({
    select: { id: true, slug: true },
    orderBy: { slug: 'asc' },
  })
  const found = organizations.find((each) => each.slug === slug.trim().toLowerCase())
  if (found !== undefined) return found.id
  if (organizations.length === 0) {
    throw new Refusal(`There is no organization yet. ${startFirst}`)
  }
  const slugs = organizations.map((each) => `  ${each.slug}`).join('\n')
  throw new Refusal(`There is no organization "${slug}". There are:\n${slugs}`)
}

async function main(): Promise<string> {
  const { slug, key } = readKeyWishes(process.argv.slice(2))
  const database = await openDatabase()
  const pools = [
    createDb(database.url, { role: 'ringback_auth', maxConnections: 1 }),
    createDb(database.url, { role: 'ringback_app', maxConnections: 1 }),
  ] as const
  try {
    const [authDb, db] = pools
    const organizationId = await findOrganization(authDb, slug)
    const by = { organizationId, actor: systemActor }
    const created = await createApiKey({ db, clock: systemClock }, by, key)
    return created.key
  } finally {
    for (const pool of pools) await pool.$disconnect()
    await database.close()
  }
}

await runAtTerminal(main)
