import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedServer } from './embedded-server.ts'
import { migrate } from './migrate.ts'
import { noFilter, readMigrations, withSchemaEngine } from './schema-engine.ts'

/**
 * The SQL that brings a database with the migrations of `dir` up to `schemaFile`; empty when they
 * agree. `url` is an empty database to replay the migrations in.
 */
export async function diffFromMigrations(input: {
  url: string
  dir: string
  schemaFile: string
  /** The schema's text, where it is not that of the file. */
  schema?: string
}): Promise<string> {
  const schema = input.schema ?? (await readFile(input.schemaFile, 'utf8'))
  const migrations = await readMigrations(input.dir)
  if (migrations.migrationDirectories.length > 0) await migrate(input.url, input.dir)
  return withSchemaEngine(input.url, async (engine) => {
    const files = [{ path: input.schemaFile, content: schema }]
    const output = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: path.dirname(input.schemaFile) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: noFilter,
    })
    const text = output.stdout ?? ''
    return text.includes('This is an empty migration') ? '' : text
  })
}

async function writeMigration(name: string): Promise<void> {
  const dir = path.resolve('prisma/migrations')
  const scratch = await mkdtemp(path.join(tmpdir(), 'ringback-migration-'))
  const server = await startEmbeddedServer({ dataDir: scratch, settings: { fsync: 'off' } })
  try {
    const schemaFile = path.resolve('prisma/schema.prisma')
    const text = await diffFromMigrations({ url: server.url, dir, schemaFile })
    if (text.trim() === '') return console.log('The migrations agree with schema.prisma already.')
    const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
    const folder = path.join(dir, `${stamp}_${name}`)
    await mkdir(folder)
    await writeFile(path.join(folder, 'migration.sql'), text)
    console.log(`Wrote ${path.relative('.', folder)}/migration.sql; read it before you commit it.`)
  } finally {
    await server.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}

if (process.argv[1]?.endsWith('write-migration.ts')) {
  const name = process.argv[2] ?? ''
  if (/^[a-z0-9_]+$/.test(name)) await writeMigration(name)
  else {
    console.error('Say what it does: npm run db:migration <name_in_lower_snake_case>')
    process.exitCode = 1
  }
}
