import pg from 'pg'
import PgBoss from 'pg-boss'
import { placeByHand } from './call-work.ts'
import {
  type Contestant,
  connectionsEach,
  type Job,
  placeAtOnce,
  queueName,
  type Tally,
} from './contestant.ts'

/** As fast as it can be used: jobs fetched and completed by the hundred. */
export function createPgBoss(
  url: string,
  tally: Tally,
  { isBare }: { isBare: boolean },
): Contestant {
  const pool = new pg.Pool({ connectionString: url, max: connectionsEach })
  const executeSql = (text: string, values: unknown[]) => pool.query(text, values)
  const boss = new PgBoss({ db: { executeSql }, supervise: false, schedule: false, migrate: false })
  let isRunning = true
  let loop: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    while (isRunning) {
      const jobs = await boss.fetch<Job>(queueName, { batchSize: 100 })
      if (jobs.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        continue
      }
      await Promise.all(
        jobs.map(async ({ id, data }) => {
          if (!isBare) return placeByHand(pool, data, tally)
          tally.asked()
          await placeAtOnce(id)
        }),
      )
      await boss.complete(
        queueName,
        jobs.map(({ id }) => id),
      )
      tally.done(jobs.length)
    }
  }

  return {
    async start() {
      await boss.start()
      loop = run()
    },
    async stop() {
      isRunning = false
      await loop
      await boss.stop({ graceful: false, close: false })
      await pool.end()
    },
  }
}
