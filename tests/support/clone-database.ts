import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createDb, type Db } from '../../src/server/db/client.ts'

export type TestDatabase = AsyncDisposable & {
  /** As the owner, who sees everything: for making rows and for looking. */
  db: Db
  /** As the application and as the dispatcher, for what is tested. */
  appDb: Db
  systemDb: Db
  url: string
}

/** A migrated, empty database on a cluster; dropped on disposal. */
export async function cloneDatabase(cluster: {
  url: string
  templateName: string
}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await ask(cluster.url, `create database ${name} template ${cluster.templateName}`)
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  const db = createDb(url.href)
  const appDb = createDb(url.href, { role: 'ringback_app' })
  const systemDb = createDb(url.href, { role: 'ringback_dispatcher' })
  return {
    ...{ db, appDb, systemDb },
    url: url.href,
    async [Symbol.asyncDispose]() {
      await Promise.all([db, appDb, systemDb].map((each) => each.$disconnect()))
      await ask(cluster.url, `drop database ${name} with (force)`)
    },
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
