import { createHash } from 'node:crypto'
import type { Db } from '../../../src/server/db/client.ts'

type Table = { name: string; owner: string | null }
type Part = { name: string; content: string }
const tablesOf = new WeakMap<Db, Promise<Table[]>>()

/**
 * What stands in every table of the database, as one text per table: two that are equal mean that
 * nothing was written in between. With `organizationId`, only the rows of that one.
 */
export async function fingerprintOf(
  db: Db,
  organizationId?: string,
): Promise<Record<string, string>> {
  const tables = tablesOf.get(db) ?? readTables(db)
  tablesOf.set(db, tables)
  const parts = (await tables).map(({ name, owner }) => {
    const narrowed = organizationId === undefined ? 'true' : ofOrganization(name, owner)
    return `select '${name}' as name, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, ';'
      order by t::text)), '') as content from "${name}" t
      where ${narrowed.replaceAll('$id', `'${organizationId}'`)}`
  })
  const rows = await askPrepared(db, parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]))
}

const readTables = (db: Db) => db.$queryRaw<Table[]>`
  select c.relname as name, (
    select a.attname from pg_attribute a
    where a.attrelid = c.oid and a.attname in ('organizationId', 'referenceId')) as owner
  from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  order by c.relname`

/** Planning for so many tables takes three times as long as reading them: once per connection. */
async function askPrepared(db: Db, text: string): Promise<Part[]> {
  const name = `fingerprint_${createHash('md5').update(text).digest('hex')}`
  try {
    return await db.$queryRawUnsafe<Part[]>(`execute ${name}`)
  } catch {
    // This connection does not know it yet; the next one may.
    return db.$transaction(async (tx) => {
      const known = await tx.$queryRaw<object[]>`
        select from pg_prepared_statements where name = ${name}`
      if (known.length === 0) await tx.$executeRawUnsafe(`prepare ${name} as ${text}`)
      return tx.$queryRawUnsafe<Part[]>(`execute ${name}`)
    })
  }
}

const people = `(select "userId" from "Member" where "organizationId" = $id)`

/** Which rows of a table are one organization's; those of no organization are everybody's. */
function ofOrganization(table: string, owner: string | null): string {
  if (table === 'Organization') return 'id = $id'
  if (owner !== null) return `"${owner}" = $id`
  if (table === 'User') return `id in ${people}`
  // What is noted of keys that are gone names nobody's organization any more.
  if (table === 'IdentityChange') return `"subjectId" in ${people}`
  return table === 'Session' || table === 'Account' ? `"userId" in ${people}` : 'true'
}
