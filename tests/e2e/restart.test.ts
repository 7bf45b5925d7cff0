import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDb, type Db } from '../../src/server/db/client.ts'
import { databasePid, startServer } from '../support/started-server.ts'

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-restart-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const liveStatuses = ['placing', 'ringing', 'in_progress']
const countLive = (db: Db) => db.call.count({ where: { status: { in: liveStatuses } } })

/** The database that a server keeps in the folder. */
async function openDatabase(): Promise<Db> {
  const password = await readFile(path.join(dataDir, 'postgres-password'), 'utf8')
  const lines = (await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  return createDb(`postgresql://ringback:${password}@127.0.0.1:${lines[3]}/ringback`)
}

/**
 * Nobody has been there for a minute: calls that a provider does not know are given up after forty
 * seconds, which a test need not sit out.
 */
const letAMinutePass = (db: Db) => db.$executeRaw`
  update "CallAttempt" set "requestedAt" = "requestedAt" - interval '1 minute',
    "sentAt" = "sentAt" - interval '1 minute',
    "leaseExpiresAt" = "leaseExpiresAt" - interval '1 minute'
  where status in ('placing', 'ringing', 'in_progress')`

it('starts by itself after kill -9 and leaves no call stuck on the line', async () => {
  const first = await startServer(dataDir, { SIMULATOR_SPEED: '1' })
  let db = await openDatabase()
  await expect.poll(() => countLive(db), { timeout: 20_000, interval: 50 }).toBeGreaterThan(0)
  const onTheLine = await db.call.findMany({ where: { status: { in: liveStatuses } } })
  const database = databasePid(dataDir)
  await first.kill('SIGKILL')
  await letAMinutePass(db)
  await db.$disconnect()

  const second = await startServer(dataDir, { SIMULATOR_SPEED: '40' })
  expect(databasePid(dataDir)).toBe(database)
  db = await openDatabase()
  try {
    const ids = onTheLine.map((call) => call.id)
    const stillLive = () =>
      db.call.count({ where: { id: { in: ids }, status: { in: liveStatuses } } })
    await expect.poll(stillLive, { timeout: 60_000, interval: 200 }).toBe(0)
    const attempts = await db.callAttempt.groupBy({ by: ['callId', 'number'], _count: true })
    expect(attempts.filter((attempt) => attempt._count > 1)).toEqual([])
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200)
  } finally {
    await db.$disconnect()
    await second.kill('SIGTERM')
  }
})

it('says that the port is taken, and leaves the database to the server that has it', async () => {
  const first = await startServer(dataDir)
  const port = new URL(first.address).port
  const failure = await startServer(dataDir, { PORT: port }).catch((error: Error) => error.message)
  expect(failure).toMatch(/port is taken/)
  expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
  await first.kill('SIGTERM')
})
