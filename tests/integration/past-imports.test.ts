import { afterAll, beforeAll, expect, it } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { listImports } from '../../src/server/db/visit-imports.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeOrganization } from '../support/factories.ts'
import { createTestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

it('lists earlier imports page by page, those of one instant too', async () => {
  const { id: organizationId } = await makeOrganization(database.db)
  const day = (date: string) => new Date(`2026-11-${date}T12:00:00Z`)
  const startedOn = ['20', '19', '19', '19', '18'].map(day)
  await database.db.visitImport.createMany({
    data: startedOn.map((startedAt, at) => ({
      organizationId,
      startedAt,
      fileName: `${at}.csv`,
      totalRows: 1,
      created: 1,
      actorKind: 'system',
      actorName: 'Ringback',
    })),
  })
  const now = day('21')
  const list = (cursor: string | null) =>
    inOrganization(database.appDb, organizationId, (tx) =>
      listImports(tx, { organizationId, now, limit: 2, cursor }),
    )
  const first = await list(null)
  const second = await list(first.nextCursor)
  const third = await list(second.nextCursor)
  const pages = [first, second, third].map(({ imports }) => imports)
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1])
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(5)
  expect(pages.flat().map(({ startedAt }) => new Date(startedAt))).toEqual(startedOn)
  expect(third.nextCursor).toBeNull()
  await expect(list('elsewhere')).rejects.toThrow('cursor')
})
