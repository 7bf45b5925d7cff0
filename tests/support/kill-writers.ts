import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import type { SeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'

/**
 * Kills writers on one data folder, and at every other time their database with them; the next one
 * adopts what runs, or recovers what does not. Answers what was acknowledged and is not there.
 */
export async function killWriters(
  dataDir: string,
  { kills, random }: { kills: number; random: SeededRandom },
) {
  const acknowledged = new Set<number>()
  const figures = { adopted: 0, started: 0, notAdopted: 0 }
  let isOrphaned = false
  for (let killed = 0; killed < kills; killed += 1) {
    const writer = await startWriter(dataDir, { firstId: (killed + 1) * 1_000_000, acknowledged })
    figures[writer.wasAdopted ? 'adopted' : 'started'] += 1
    if (isOrphaned && !writer.wasAdopted) figures.notAdopted += 1
    await new Promise((resolve) => setTimeout(resolve, random.whole(10, 300)))
    isOrphaned = killed % 2 === 0
    writer.child.kill('SIGKILL')
    if (!isOrphaned) process.kill(writer.databasePid, 'SIGKILL')
    await writer.ended
  }
  const server = await startEmbeddedServer({ dataDir })
  const joined = await startEmbeddedServer({ dataDir })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ id: number; word: string }>(
    'select id from acknowledged where word = md5(id::text)',
  )
  await client.end()
  await server.stop({ evenIfUsed: true })
  const kept = new Set(rows.map(({ id }) => id))
  return {
    kills,
    ...figures,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !kept.has(id)).length,
    joinedAnother: joined.wasAdopted && joined.pid === server.pid ? 1 : 0,
  }
}

async function startWriter(
  dataDir: string,
  { firstId, acknowledged }: { firstId: number; acknowledged: Set<number> },
) {
  const main = path.resolve('tests/support/acknowledged-writes-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main, dataDir, String(firstId)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let rest = ''
  let database = { databasePid: 0, wasAdopted: false }
  const { databasePid, wasAdopted } = await new Promise<{
    databasePid: number
    wasAdopted: boolean
  }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The writer ended (${code}): ${rest}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [what, id, how] = line.split(' ')
        if (what === 'database') {
          database = { databasePid: Number(id), wasAdopted: how === 'adopted' }
        }
        if (what !== 'ack') continue
        acknowledged.add(Number(id))
        resolve(database)
      }
    })
  })
  return { child, ended, databasePid, wasAdopted }
}
