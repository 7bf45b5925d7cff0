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

type Cluster = { url: string; stop(): Promise<void> }
type Shared = { users: number; cluster: Promise<Cluster> }
const templateName = 'ringback_template'

// Each project runs this file as a module of its own, yet one cluster has to serve them all.
declare global {
  var ringbackTestCluster: Shared | undefined
}

/** Starts one PostgreSQL for the run and migrates the template that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.ringbackTestCluster ??= { users: 0, cluster: startCluster() }
  const shared = globalThis.ringbackTestCluster
  shared.users += 1
  const cluster = await shared.cluster
  project.provide('databaseUrl', cluster.url)
  project.provide('templateName', templateName)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    globalThis.ringbackTestCluster = undefined
    await cluster.stop()
  }
}

async function startCluster(): Promise<Cluster> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-test-'))
  // Speed over safety: a crash of the machine may lose what the tests wrote.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const server = await startEmbeddedServer({ dataDir, settings })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const templateUrl = new URL(server.url)
  templateUrl.pathname = `/${templateName}`
  await migrate(templateUrl.href, path.resolve('prisma/migrations'))
  return {
    url: server.url,
    async stop() {
      await server.stop({ evenIfUsed: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
