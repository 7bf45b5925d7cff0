import { Logger, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { placeByHand } from './call-work.ts'
import {
  type Contestant,
  connectionsEach,
  type Job,
  placeAtOnce,
  queueName,
  type Tally,
} from './contestant.ts'

const quiet = new Logger(() => () => undefined)

/** As its page on performance advises: a local queue, and completions gathered. */
export function createGraphileWorker(
  url: string,
  tally: Tally,
  { isBare }: { isBare: boolean },
): Contestant {
  const pgPool = new pg.Pool({ connectionString: url, max: connectionsEach })
  pgPool.on('error', () => undefined)
  let runner: Runner | null = null
  return {
    async start() {
      runner = await run({
        pgPool,
        concurrency: 100,
        logger: quiet,
        noHandleSignals: true,
        pollInterval: 20,
        preset: {
          worker: {
            completeJobBatchDelay: 0,
            failJobBatchDelay: 0,
            localQueue: { size: 200, refetchDelay: { durationMs: 5 } },
          },
        },
        taskList: {
          async [queueName](payload) {
            const job = payload as Job
            if (!isBare) return placeByHand(pgPool, job, tally)
            tally.asked()
            await placeAtOnce(job.callId)
          },
        },
      })
      runner.events.on('job:success', () => tally.done(1))
    },
    async stop() {
      await runner?.stop()
      await pgPool.end()
    },
  }
}
