import { expect, it } from 'vitest'
import { createDb } from '../../../src/server/db/client.ts'
import { lockHeldCalls, readOrganizationsWithHeldCalls } from '../../../src/server/db/due-calls.ts'
import { inOrganization } from '../../../src/server/db/in-organization.ts'
import { fillTab } from '../../bench/page/fill-tab.ts'
import { makeCall, makeOrganization } from '../../support/factories.ts'
import { createTestDatabase } from '../../support/test-database.ts'

it('are found among thousands of calls without reading them', async () => {
  await using database = await createTestDatabase()
  const { db, url } = database
  const { id: organizationId } = await makeOrganization(db)
  await fillTab(db, organizationId, 3000)
  const held = await makeCall(db, organizationId, { heldReason: 'The time zone is not known.' })
  const systemDb = createDb(url, { role: 'ringback_dispatcher', maxConnections: 1 })
  try {
    const before = await readsOfCalls()
    expect(await readOrganizationsWithHeldCalls(systemDb)).toEqual([organizationId])
    const page = { organizationId, afterId: null, limit: 200 }
    const locked = await inOrganization(systemDb, organizationId, (tx) => lockHeldCalls(tx, page))
    expect(locked).toEqual([held.id])
    expect(await readsOfCalls()).toEqual(before)
  } finally {
    await systemDb.$disconnect()
  }

  /** How often the whole table was read, as this connection's own figures have it. */
  async function readsOfCalls() {
    await systemDb.$executeRaw`select pg_stat_force_next_flush()`
    return db.$queryRaw`select seq_scan from pg_stat_user_tables where relname = 'Call'`
  }
})
