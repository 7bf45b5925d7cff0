import { openDatabase, Refusal, readOptions, runAtTerminal, startFirst } from './at-terminal.ts'
import { systemClock } from './clock.ts'
import { createDb, type Db } from './db/client.ts'
import { systemActor } from './domain/actor.ts'
import { apiKeyCreateSchema } from './domain/api-key.schema.ts'
import { readScopes } from './domain/key-scope-words.ts'
import { keyScopes } from './domain/rights.ts'
import { createApiKey } from './services/create-api-key.ts'

const usage = `Makes a key for a program and prints it; it cannot be read again.

  npm run --silent key -- --organization <slug> --name <name> --scope <scope>

Scopes: ${keyScopes.join(', ')}. Several: --scope read --scope write-visits, or --scope read,write-visits.`

function readWishes() {
  const given = readOptions(
    {
      organization: { type: 'string' },
      name: { type: 'string' },
      scope: { type: 'string', multiple: true },
    },
    usage,
  )
  const reading = readScopes(given.scope ?? [])
  if (!reading.ok) {
    throw new Refusal(
      `There is no scope "${reading.unknown}". The scopes are: ${keyScopes.join(', ')}.`,
    )
  }
  const missing = [
    given.organization ? [] : '--organization',
    given.name ? [] : '--name',
    reading.scopes.length > 0 ? [] : '--scope',
  ].flat()
  if (missing.length > 0) throw new Refusal(`Please give ${missing.join(' and ')}.\n\n${usage}`)
  const key = apiKeyCreateSchema.safeParse({ name: given.name, scopes: reading.scopes })
  if (!key.success) throw new Refusal(key.error.issues.map(({ message }) => message).join('\n'))
  return { slug: given.organization ?? '', key: key.data }
}

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
  const { slug, key } = readWishes()
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
