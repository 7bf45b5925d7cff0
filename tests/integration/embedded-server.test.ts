import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { seededChance } from '../support/chaos-seed.ts'
import { killWriters } from '../support/kill-writers.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-embedded-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

it('gives servers that start together on an empty folder one database', async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startEmbeddedServer({ dataDir })))
  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1)
  expect(servers.filter(({ wasAdopted }) => !wasAdopted)).toHaveLength(1)
  await servers[0]?.stop()
})

it('keeps what was written, and stops only when nobody uses it any more', async () => {
  const server = await startEmbeddedServer({ dataDir })
  const other = new pg.Client({ connectionString: server.url })
  await other.connect()
  await other.query('create table kept as select 42 as answer')
  await server.stop()
  expect((await other.query('select answer from kept')).rows).toEqual([{ answer: 42 }])
  await other.end()
  await server.stop()

  const again = await startEmbeddedServer({ dataDir })
  expect(again.wasAdopted).toBe(false)
  const reader = new pg.Client({ connectionString: again.url })
  await reader.connect()
  expect((await reader.query('select answer from kept')).rows).toEqual([{ answer: 42 }])
  await reader.end()
  await again.stop()
})

it('loses no acknowledged write when its user, or it, is killed, and is adopted or recovers', async () => {
  const folder = path.join(dataDir, 'killed')
  const { random } = seededChance()
  const verdict = await killWriters(folder, { kills: 2, random })
  expect(verdict).toMatchObject({
    lost: 0,
    notAdopted: 0,
    started: 1,
    adopted: 1,
    joinedAnother: 1,
  })
}, 60_000)
