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

type ClonableCluster = { url: string; templateName: string }

/** A migrated, empty database on a cluster; dropped on disposal. */
export async function cloneDatabase(cluster: ClonableCluster): Promise<TestDatabase> {
  const url = await copyTemplate(cluster)
  return openDatabase(url, () => dropDatabase(cluster, url))
}

/** Answers the address of the copy. */
export async function copyTemplate(cluster: ClonableCluster): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // By the log, which is what it does by itself, a copy takes twice as long.
  const how = `template ${cluster.templateName} strategy file_copy`
  await ask(cluster.url, `create database ${name} ${how}`)
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  return url.href
}

export function openDatabase(url: string, afterwards: () => Promise<unknown>): TestDatabase {
  const db = createDb(url)
  const appDb = createDb(url, { role: 'ringback_app' })
  const systemDb = createDb(url, { role: 'ringback_dispatcher' })
  return {
    db,
    appDb,
    systemDb,
    url,
    async [Symbol.asyncDispose]() {
      await Promise.all([db, appDb, systemDb].map((each) => each.$disconnect()))
      await afterwards()
    },
  }
}

export const dropDatabase = (cluster: { url: string }, url: string): Promise<unknown> =>
  ask(cluster.url, `drop database ${new URL(url).pathname.slice(1)} with (force)`)

async function ask(url: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
