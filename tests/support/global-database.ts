import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { migrate } from '../../src/server/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the cluster's own database; `createTestDatabase` clones beside it. */
    databaseUrl: string
    templateName: string
  }
}

/** Starts one PostgreSQL for the run and migrates the template that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-test-'))
  // Speed over safety: a crash of the machine may lose what the tests wrote.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const server = await startEmbeddedServer({ dataDir, settings })
  const templateName = 'ringback_template'
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const templateUrl = new URL(server.url)
  templateUrl.pathname = `/${templateName}`
  await migrate(templateUrl.href, path.resolve('prisma/migrations'))
  project.provide('databaseUrl', server.url)
  project.provide('templateName', templateName)
  return async () => {
    await server.stop({ evenIfUsed: true })
    await rm(dataDir, { recursive: true, force: true })
  }
}
