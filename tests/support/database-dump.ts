import type { Db } from '../../src/server/db/client.ts'

/** The tables of a database that hold a text anywhere in a row, letter for letter. */
export async function tablesHolding(db: Db, text: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`
  const holding: string[] = []
  for (const { name } of tables) {
    const found = await db.$queryRawUnsafe<unknown[]>(
      `select 1 from "${name}" t where strpos(t::text, $1) > 0 limit 1`,
      text,
    )
    if (found.length > 0) holding.push(name)
  }
  return holding
}
