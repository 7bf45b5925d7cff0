import type { Db } from '../../../src/server/db/client.ts'

/**
 * What stands in every table of the database, as one text per table: two that are equal mean that
 * nothing was written in between. With `organizationId`, only the rows of that one.
 */
export async function fingerprintOf(
  db: Db,
  organizationId?: string,
): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string; owner: string | null }[]>`
    select c.relname as name, (
      select a.attname from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('organizationId', 'referenceId')) as owner
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    order by c.relname`
  const parts = tables.map(({ name, owner }) => {
    const column = name === 'Organization' ? 'id' : owner
    const narrowed =
      organizationId === undefined || column === null
        ? ''
        : `where "${column}" = '${organizationId}'`
    return `select '${name}' as name, count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, ';'
      order by t::text)), '') as content from "${name}" t ${narrowed}`
  })
  const rows = await db.$queryRawUnsafe<{ name: string; content: string }[]>(
    parts.join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]))
}
