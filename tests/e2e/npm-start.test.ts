import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createDb, type Db } from '../../src/server/db/client.ts'
import { databasePid, type StartedServer, startServer } from '../support/started-server.ts'

let dataDir: string
/** It runs from the kill of the one before it until the end of the file. */
let server: StartedServer
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-start-'))
})
afterAll(async () => {
  await server.kill('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

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

  server = await startServer(dataDir, { SIMULATOR_SPEED: '40' })
  expect(databasePid(dataDir)).toBe(database)
  db = await openDatabase()
  try {
    const ids = onTheLine.map((call) => call.id)
    const stillLive = () =>
      db.call.count({ where: { id: { in: ids }, status: { in: liveStatuses } } })
    await expect.poll(stillLive, { timeout: 60_000, interval: 200 }).toBe(0)
    const attempts = await db.callAttempt.groupBy({ by: ['callId', 'number'], _count: true })
    expect(attempts.filter((attempt) => attempt._count > 1)).toEqual([])
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
  } finally {
    await db.$disconnect()
  }
})

it('says that the port is taken, and leaves the database to the server that has it', async () => {
  const { port } = new URL(server.address)
  const failure = await startServer(dataDir, { PORT: port }).catch((error: Error) => error.message)
  expect(failure).toMatch(/port is taken/)
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
})

/** A key as the page makes it for a manager of the demo. */
async function makeKey(): Promise<string> {
  const post = (procedure: string, body: unknown, cookie = '') =>
    fetch(`${server.address}/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address, cookie },
      body: JSON.stringify(body),
    })
  const entered = await post('account.enterDemo', { role: 'manager' })
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0])
  const scopes = ['read', 'write-visits', 'write-schedule']
  const made = await post('apiKeys.create', { name: 'Walkthrough', scopes }, cookie.join('; '))
  const answerSchema = z.object({ result: z.object({ data: z.object({ key: z.string() }) }) })
  return answerSchema.parse(await made.json()).result.data.key
}

it('answers the walkthrough of the API as the document has it, line by line', async () => {
  const document = await readFile('docs/api-walkthrough.md', 'utf8')
  const blocks = [...document.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines]) => lines)
  expect(blocks).toHaveLength(6)
  const { stdout, stderr } = await promisify(execFile)('sh', ['-eu', '-c', blocks.join('\n')], {
    env: { PATH: process.env.PATH, RINGBACK: server.address, KEY: await makeKey() },
  })
  expect(stderr).toBe('')
  expect(stdout.match(/^Pushed WALK-\d+-\d$/gm)).toHaveLength(10)
  expect(stdout).toContain('10 of 10 calls are completed')
  expect(stdout.match(/^"npsScore":\d+$/gm)).toHaveLength(10)
  expect(stdout.match(/^"feedbackSummary":".{20,}"$/gm)).toHaveLength(10)
  expect(new Set(stdout.match(/"Customer \d"/g)).size).toBe(10)
  expect(stdout.match(/^"text":".+"$/gm)?.length).toBeGreaterThan(3)
})
