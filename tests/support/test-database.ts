import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createDb, type Db } from '../../src/server/db/client.ts'

export type TestDatabase = AsyncDisposable & { db: Db; url: string }

/** A migrated, empty database of the test's own; dropped on disposal. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('templateName')}`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  const db = createDb(url.href)
  return {
    db,
    url: url.href,
    async [Symbol.asyncDispose]() {
      await db.$disconnect()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
