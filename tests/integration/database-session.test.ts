import { expect, it } from 'vitest'
import { createDb } from '../../src/server/db/client.ts'
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
