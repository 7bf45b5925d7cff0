import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDb } from '../../src/server/db/client.ts'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { createSeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'
import { atMost, type Measurement, round } from '../support/measurement.ts'
import { raceOptOuts } from '../support/opt-out-race.ts'

/** A thousand customers opt out while they are being called, a hundred before. FC_SEED repeats it. */
export async function measure(): Promise<Measurement> {
  const seed = process.env.FC_SEED ?? String(Math.floor(Math.random() * 2 ** 31))
  console.log(`seed ${seed}`)
  const random = createSeededRandom(seed)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-r21-'))
  const server = await startEmbeddedServer({ dataDir })
  await migrate(server.url, path.resolve('prisma/migrations'))
  const db = createDb(server.url)
  const systemDb = createDb(server.url, { role: 'ringback_dispatcher' })
  try {
    const race = await raceOptOuts({ db, systemDb }, { racing: 1000, before: 100, random })
    return {
      name: 'R21',
      aims: [
        {
          what: 'calls after an opt-out committed before',
          aim: '0',
          measured: String(race.placedThoughOptedOut),
          met: race.placedThoughOptedOut === 0,
        },
        atMost('latest request after its opt-out', 1000, race.latestMs, 'ms'),
      ],
      figures: { seed, ...race, latestMs: round(race.latestMs) },
    }
  } finally {
    await Promise.all([db.$disconnect(), systemDb.$disconnect()])
    await server.stop({ evenIfUsed: true })
    await rm(dataDir, { recursive: true, force: true })
  }
}
