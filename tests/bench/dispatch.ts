import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { atLeast, type Measurement, percentile, round } from '../support/measurement.ts'
import { contestantNames } from './dispatch/contestant.ts'
import { runCell } from './dispatch/run-cell.ts'

const shapes = [
  { organizations: 1, processes: 1, calls: 800 },
  { organizations: 1, processes: 4, calls: 800 },
  { organizations: 50, processes: 1, calls: 2500 },
  { organizations: 50, processes: 4, calls: 2500 },
]
const warmUp = 200
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const rivals = ['pg-boss', 'graphile-worker'] as const

/**
 * Due calls claimed and placed per second, beside two queue libraries whose jobs write the same rows
 * (`bare`: no rows at all), on one PostgreSQL as it is shipped, in turns. The median of the rounds.
 */
export async function measure(): Promise<Measurement> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-bench-'))
  const server = await startEmbeddedServer({ dataDir })
  const templateName = 'bench_template'
  try {
    await makeTemplate(server.url, templateName)
    const aims: Measurement['aims'] = []
    const figures: Measurement['figures'] = {}
    for (const { organizations, processes, calls } of shapes) {
      const rates = new Map<string, number[]>(contestantNames.map((name) => [name, []]))
      for (let round = 0; round < rounds; round += 1) {
        for (const contestant of contestantNames) {
          const cell = { contestant, organizations, processes, calls, warmUp }
          const rate = await runCell({ url: server.url, templateName }, cell)
          rates.get(contestant)?.push(rate)
          console.log(
            `${organizations} org, ${processes} proc, ${contestant}: ${Math.round(rate)}/s`,
          )
        }
      }
      const median = (name: string) => percentile(rates.get(name) ?? [], 0.5)
      const shape = `${organizations} org, ${processes} proc`
      for (const name of contestantNames) figures[`${shape}: ${name}`] = round(median(name))
      for (const rival of rivals) {
        const ratio = median('ringback') / median(rival)
        aims.push(atLeast(`${shape}: ringback to ${rival}`, 1, ratio, 'times'))
      }
    }
    return { name: 'dispatch', aims, figures }
  } finally {
    await server.stop({ evenIfUsed: true })
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const template = new URL(url)
  template.pathname = `/${name}`
  await migrate(template.href, path.resolve('prisma/migrations'))
}
