import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { migrate } from '../../src/server/db/migrate.ts'
import { diffFromMigrations } from '../../src/server/db/write-migration.ts'
import { createTestDatabase } from '../support/test-database.ts'

const dir = path.resolve('prisma/migrations')

it('has migrations that agree with schema.prisma', async () => {
  await using database = await createTestDatabase()
  const schemaFile = path.resolve('prisma/schema.prisma')
  expect(await diffFromMigrations({ url: database.url, dir, schemaFile })).toBe('')
})

it('would notice a column that no migration adds', async () => {
  await using database = await createTestDatabase()
  const schema = await readFile('prisma/schema.prisma', 'utf8')
  const schemaFile = path.join(dir, '..', 'schema.prisma')
  const text = await diffFromMigrations({
    url: database.url,
    dir,
    schemaFile,
    schema: schema.replace('model DoNotCall {', 'model DoNotCall {\n  note String?'),
  })
  expect(text).toContain('ALTER TABLE "DoNotCall" ADD COLUMN')
})

it('applies the migrations once, however many servers start together', async () => {
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  await admin.query('create database migrated_together')
  const url = new URL(inject('databaseUrl'))
  url.pathname = '/migrated_together'
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url.href, dir)))
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  expect(await migrate(url.href, dir)).toEqual([])
  await admin.query('drop database migrated_together with (force)')
  await admin.end()
})
