import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { migrate } from '../../src/server/db/migrate.ts'

/** A PostgreSQL of the tests' own, with a migrated database to clone. */
export type Cluster = {
  /** Connection string of the cluster's own database; `cloneDatabase` makes others beside it. */
  url: string
  templateName: string
  /** Stops it as an administrator would, whoever is connected; what was committed stays. */
  pause(): Promise<void>
  /** Starts it again, and answers its port, which is another one. */
  resume(): Promise<number>
  stop(): Promise<void>
}

const templateName = 'ringback_template'
// Speed over safety: a crash of the machine may lose what the tests wrote.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export async function startCluster(): Promise<Cluster> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-test-'))
  let server = await startEmbeddedServer({ dataDir, settings })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const templateUrl = new URL(server.url)
  templateUrl.pathname = `/${templateName}`
  await migrate(templateUrl.href, path.resolve('prisma/migrations'))
  return {
    url: server.url,
    templateName,
    pause: () => server.stop({ evenIfUsed: true }),
    async resume() {
      server = await startEmbeddedServer({ dataDir, settings })
      return Number(new URL(server.url).port)
    },
    async stop() {
      await server.stop({ evenIfUsed: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
