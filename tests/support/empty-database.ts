import pg from 'pg'

/** Past this, what deleted rows leave behind slows down whoever comes after. */
const largestBytes = 16 * 2 ** 20
const looks = 25

/** What the tables, columns, rules and rights of a database are, as one text. */
export const schemaOf = (url: string): Promise<string> => withClient(url, readSchema)

/**
 * Takes out every row, and begins every count anew. False when the database should not be used again:
 * somebody has it open, has changed its schema, or it has grown large.
 */
export const emptyDatabase = (url: string, schema: string): Promise<boolean> =>
  withClient(url, async (client) => {
    if (await isOpenElsewhere(client)) return false
    const { rows } = await client.query('select pg_database_size(current_database()) as bytes')
    if (Number(rows[0].bytes) > largestBytes || (await readSchema(client)) !== schema) return false
    await client.query(takeOutEverything)
    return true
  })

/** Connections that were closed take a moment to end. */
async function isOpenElsewhere(client: pg.Client): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    const others = await client.query(`
      select 1 from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend'`)
    if (others.rowCount === 0) return false
    await client.query('select pg_sleep(0.02), pg_stat_clear_snapshot()')
  }
  return true
}

async function readSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`
    select md5(string_agg(fact, ';' order by fact)) as schema from (
      select concat_ws(' ', relkind, relname, relrowsecurity, relacl) as fact
        from pg_class where relnamespace = 'public'::regnamespace
      union all
      select concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull, attacl)
        from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace and attnum > 0
      union all
      select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger
      union all
      select concat_ws(' ', conrelid::regclass, conname, convalidated) from pg_constraint
      union all
      select concat_ws(' ', polrelid::regclass, polname, polcmd) from pg_policy
      union all
      select concat_ws(' ', proname, md5(prosrc), proacl)
        from pg_proc where pronamespace = 'public'::regnamespace
      union all
      select migration_name from _prisma_migrations
    ) facts`)
  return rows[0].schema
}

/** Without the triggers, of which some write rows and others keep rows for one another. */
const takeOutEverything = `
  set session_replication_role = replica;
  do $$
  declare
    each record;
  begin
    for each in
      select oid::regclass as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname <> '_prisma_migrations'
    loop
      execute format('delete from %s', each.name);
    end loop;
    perform setval(oid::regclass, 1, false)
      from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace;
  end
  $$`

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
