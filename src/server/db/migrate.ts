import { createHash } from 'node:crypto'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { readMigrations } from './schema-engine.ts'

/**
 * Brings the database up to the migrations in `dir` and answers the names of those it applied.
 * The history is kept in `_prisma_migrations`, so `prisma migrate deploy` stays usable beside it.
 */
export async function migrate(url: string, dir: string): Promise<string[]> {
  const migrations = await readMigrations(dir)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (await isUpToDate(client, migrations)) return []
    // Two servers that start together would both apply; the second waits here and finds them done.
    await client.query('select pg_advisory_lock(72_1974)')
    if (await isUpToDate(client, migrations)) return []
    const { noFilter, withSchemaEngine } = await import('./schema-engine.ts')
    return await withSchemaEngine(url, async (engine) => {
      const input = { migrationsList: migrations, filters: noFilter }
      return (await engine.applyMigrations(input)).appliedMigrationNames
    })
  } finally {
    await client.end()
  }
}

/** Loading the engine takes a tenth of a second and 20 MB, which most starts need not pay. */
async function isUpToDate(client: pg.Client, migrations: MigrationList): Promise<boolean> {
  const table = await client.query(`select to_regclass('"_prisma_migrations"') as name`)
  if (table.rows[0].name === null) return false
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `select migration_name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  return migrations.migrationDirectories.every(({ path, migrationFile }) => {
    const text = migrationFile.content.tag === 'ok' ? migrationFile.content.value : ''
    return applied.get(path) === createHash('sha256').update(text).digest('hex')
  })
}
