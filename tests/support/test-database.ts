import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createDb, type Db } from '../../src/server/db/client.ts'

export type TestDatabase = AsyncDisposable & {
  /** As the owner, who sees everything: for making rows and for looking. */
  db: Db
  /** As the application and as the dispatcher, for what is tested. */
  appDb: Db
  systemDb: Db
  url: string
}

/** A migrated, empty database of the test's own; dropped on disposal. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('templateName')}`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  const db = createDb(url.href)
  const appDb = createDb(url.href, { role: 'ringback_app' })
  const systemDb = createDb(url.href, { role: 'ringback_dispatcher' })
  return {
    ...{ db, appDb, systemDb },
    url: url.href,
    async [Symbol.asyncDispose]() {
      await Promise.all([db, appDb, systemDb].map((each) => each.$disconnect()))
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
