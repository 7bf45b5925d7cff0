import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIdentityChanges } from '../../src/server/db/read-identity-changes.ts'
import { takeDueRecordings } from '../../src/server/db/told-recordings.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { createTestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Writes few enough to fit where the database, when it last counted, found a single row. */
async function writeUnawares<Row>(
  table: 'ToldRecording' | 'IdentityChange',
  write: (rows: Row[]) => Promise<unknown>,
  { count, make }: { count: number; make: () => Row },
) {
  await write([make()])
  await database.db.$executeRawUnsafe(`analyze "${table}"`)
  await write(Array.from({ length: count }, make))
}

describe('many of what was few when the database last counted', () => {
  it('recordings are fetched no more at a time than was asked for', async () => {
    const { db, systemDb } = database
    const now = Temporal.Now.instant()
    const make = () => ({
      placementKey: randomUUID(),
      provider: 'twilio',
      providerRecordingId: randomUUID(),
      durationMs: 9000,
      dueAt: new Date(0),
    })
    await writeUnawares('ToldRecording', (data) => db.toldRecording.createMany({ data }), {
      count: 40,
      make,
    })
    const until = now.add({ minutes: 3 })
    const taken = await takeDueRecordings(systemDb, { provider: 'twilio', limit: 5, now, until })
    expect(taken).toHaveLength(5)
  })

  it('changes of long ago are forgotten a few at a time', async () => {
    const { db } = database
    const make = () => ({ subjectId: randomUUID(), at: new Date(0) })
    await writeUnawares('IdentityChange', (data) => db.identityChange.createMany({ data }), {
      count: 110,
      make,
    })
    await readIdentityChanges(db, 1000)
    expect(await db.identityChange.count()).toBe(11)
  })
})
