import fc from 'fast-check'
import { systemClock } from '../../src/server/clock.ts'
import { cloneDatabase } from '../support/clone-database.ts'
import { startCluster } from '../support/cluster.ts'
import { depsForPlacing } from '../support/deps-for-placing.ts'
import { fillQueue } from '../support/due-queue.ts'
import { makeOrganization } from '../support/factories.ts'
import { type Measurement, none } from '../support/measurement.ts'
import { ScriptedProvider } from '../support/scripted-provider.ts'
import { anyToldLife, tellLives } from '../support/trials/shuffle-news.ts'

const runs = Number(process.env.RUNS ?? 10_000)
const atOnce = 15
/** News of different organizations do not wait for each other's feeds. */
const organizations = 4

/** Callbacks repeated one to five times, in any order, ten thousand times. FC_SEED repeats a run. */
export async function measure(): Promise<Measurement> {
  const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`seed ${seed}`)
  const cluster = await startCluster()
  const database = await cloneDatabase(cluster)
  const startedAt = performance.now()
  try {
    const lives = fc.sample(anyToldLife, { numRuns: runs, seed })
    const deps = depsForPlacing(database.systemDb, {
      provider: new ScriptedProvider(),
      clock: systemClock,
    })
    const wrong: string[] = []
    let done = 0
    const worker = async (worker: number) => {
      const organizationId = (await makeOrganization(database.db, { timeZone: 'UTC' })).id
      const numbers = Array.from(
        { length: Math.ceil(runs / organizations) },
        (_, at) => `+1202${String(5_000_000 + worker * runs + at)}`,
      )
      await fillQueue(database.db, { organizationId, numbers, maxActiveCalls: 1000 })
      const own = lives.filter((_, at) => at % organizations === worker)
      for (let batch = own.splice(0, atOnce); batch.length > 0; batch = own.splice(0, atOnce)) {
        // As if placed long ago, so that a minute's limit on placements stops no run.
        wrong.push(...(await tellLives(deps, { organizationId, lives: batch })))
        await database.db.$executeRaw`
          update "CallAttempt" set "requestedAt" = "requestedAt" - interval '1 hour'
          where "organizationId" = ${organizationId}::uuid and "requestedAt" > now() - interval '1 minute'`
        done += batch.length
        if (done % 1000 === 0) console.log(`${done} of ${runs}`)
      }
    }
    await Promise.all(Array.from({ length: organizations }, (_, at) => worker(at)))
    for (const what of wrong.slice(0, 10)) console.log(what)
    return {
      name: 'R18',
      aims: [none('runs that went wrong', wrong.length), none('runs not made', runs - done)],
      figures: { seed, runs: done, seconds: Math.round((performance.now() - startedAt) / 1000) },
    }
  } finally {
    await database[Symbol.asyncDispose]()
    await cluster.stop()
  }
}
