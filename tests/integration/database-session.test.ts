import { expect, it } from 'vitest'
import { createDb } from '../../src/server/db/client.ts'
import { isDatabaseAway } from '../../src/server/db/failures.ts'
import { createTestDatabase } from '../support/test-database.ts'

it('tells instants of long ago in words that JavaScript reads, whatever zone the server keeps', async () => {
  await using database = await createTestDatabase()
  const address = new URL(database.url)
  address.searchParams.set('options', '-c timezone=America/New_York')
  const db = createDb(address.href, { role: 'ringback_app', maxConnections: 1 })
  const [row] = await db.$queryRaw<{ told: string[] }[]>`
    select json_build_array('1880-05-01T12:00:00Z'::timestamptz) as told`
  await db.$disconnect()
  expect(new Date(row?.told[0] ?? '').toISOString()).toBe('1880-05-01T12:00:00.000Z')
})

it('lets no statement run on for which nobody waits any more', async () => {
  await using database = await createTestDatabase()
  for (const role of ['ringback_app', 'ringback_auth'] as const) {
    const db = createDb(database.url, { role, maxConnections: 1 })
    const limits = await db.$queryRaw`
      select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`
    await db.$disconnect()
    expect(limits).toEqual([{ statement: '30s', idle: '30s' }])
  }
})

it('leaves the limits that an address has of its own', async () => {
  await using database = await createTestDatabase()
  const address = new URL(database.url)
  address.searchParams.set('options', '-c statement_timeout=5000')
  const db = createDb(address.href, { role: 'ringback_app', maxConnections: 1 })
  const limits = await db.$queryRaw`select current_setting('statement_timeout') as statement`
  await db.$disconnect()
  expect(limits).toEqual([{ statement: '5s' }])
})

it('counts a statement that is cut off as one that no database answers', async () => {
  await using database = await createTestDatabase()
  const db = createDb(database.url, { role: 'ringback_app', maxConnections: 1 })
  const cut = await db
    .$transaction(async (tx) => {
      await tx.$executeRaw`set local statement_timeout = 1`
      await tx.$queryRaw`select pg_sleep(1)::text`
    })
    .catch((error: unknown) => error)
  await db.$disconnect()
  expect(cut).toMatchObject({ message: expect.stringContaining('statement timeout') })
  expect(isDatabaseAway(cut)).toBe(true)
})
