import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { makeWorkerUtils } from 'graphile-worker'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import type { Db } from '../../../src/server/db/client.ts'
import { cloneDatabase } from '../../support/clone-database.ts'
import { addDueCalls, fillQueue, releaseCalls } from '../../support/due-queue.ts'
import { makeOrganization } from '../../support/factories.ts'
import { type ContestantName, type Job, queueName } from './contestant.ts'

export type Cell = { contestant: ContestantName; organizations: number; processes: number }

const countSchema = z.object({
  asked: z.number(),
  done: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
})

/** Places `warmUp` calls, then `calls` more, and answers how many of these were placed per second. */
export async function runCell(
  cluster: { url: string; templateName: string },
  cell: Cell & { calls: number; warmUp: number },
): Promise<number> {
  await using database = await cloneDatabase(cluster)
  const { db, url } = database
  const organizationIds: string[] = []
  while (organizationIds.length < cell.organizations) {
    const { id: organizationId } = await makeOrganization(db, { timeZone: 'UTC' })
    await fillQueue(db, { organizationId, numbers: [], maxActiveCalls: 1000 })
    organizationIds.push(organizationId)
  }
  const queue = await openQueue(cell.contestant, url)
  let phones = 0
  const add = async (count: number) => {
    const each = count / cell.organizations
    const numbers = () => Array.from({ length: each }, () => `+1202${5_000_000 + phones++}`)
    for (const organizationId of organizationIds) {
      await addDueCalls(db, { organizationId, numbers: numbers(), areKeptBack: true })
    }
  }
  await db.$executeRaw`update "Call" set "dueAt" = null`
  const workers = await Promise.all(
    Array.from({ length: cell.processes }, () => startWorker(cell.contestant, url)),
  )
  try {
    for (const count of [cell.warmUp, cell.calls]) {
      for (const { child } of workers) child.send('reset')
      await add(count)
      const jobs = await waitingCalls(db)
      // All at once for everybody: who started while calls are still written would wait for us.
      await releaseCalls(db)
      await queue.add(jobs)
      const counts = await whenDone(workers, count)
      if (count === cell.calls) return rateOf(counts)
      // Their lines are free again, and their minute is over.
      await db.$executeRaw`update "Call" set status = 'completed' where status = 'placing'`
      await db.$executeRaw`
        update "CallAttempt" set status = 'completed', "requestedAt" = now() - interval '1 hour'`
    }
    throw new Error('There was nothing to measure.')
  } finally {
    for (const { stop } of workers) await stop()
    await queue.close()
  }
}

function rateOf(counts: z.infer<typeof countSchema>[]): number {
  const active = counts.filter(({ done }) => done > 0)
  const firstAt = Math.min(...active.map((count) => count.firstAt))
  const lastAt = Math.max(...active.map((count) => count.lastAt))
  const done = active.reduce((sum, count) => sum + count.done, 0)
  return (done * 1000) / (lastAt - firstAt)
}

async function waitingCalls(db: Db): Promise<Job[]> {
  const calls = await db.call.findMany({
    where: { status: 'ready' },
    select: { id: true, organizationId: true },
  })
  return calls.map(({ id, organizationId }) => ({ organizationId, callId: id }))
}

type Worker = {
  child: ChildProcess
  count(): Promise<z.infer<typeof countSchema>>
  stop(): Promise<void>
}

async function startWorker(contestant: ContestantName, url: string): Promise<Worker> {
  const child = fork(path.resolve('tests/bench/dispatch/worker-process.ts'), [contestant, url], {
    execArgv: ['--import', 'tsx'],
  })
  await once(child, 'message')
  return {
    child,
    async count() {
      const answer = once(child, 'message')
      child.send('count')
      const [counted] = await answer
      return countSchema.parse(counted)
    },
    async stop() {
      const ended = once(child, 'exit')
      child.send('stop')
      await ended
    },
  }
}

async function whenDone(workers: readonly Worker[], count: number) {
  const until = Date.now() + 60_000
  for (;;) {
    const counts = await Promise.all(workers.map((worker) => worker.count()))
    const done = counts.reduce((sum, one) => sum + one.done, 0)
    if (done >= count) return counts
    if (Date.now() > until) throw new Error(`Only ${done} of ${count} calls were placed.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Where jobs wait for a queue library; ours finds its calls by itself. */
async function openQueue(contestant: ContestantName, url: string) {
  if (contestant.startsWith('pg-boss')) {
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
    await boss.start()
    await boss.createQueue(queueName)
    return {
      add: (jobs: Job[]) => boss.insert(jobs.map((data) => ({ name: queueName, data }))),
      close: () => boss.stop({ graceful: false }),
    }
  }
  if (contestant.startsWith('graphile-worker')) {
    const utils = await makeWorkerUtils({ connectionString: url })
    await utils.migrate()
    return {
      async add(jobs: Job[]) {
        await utils.addJobs(jobs.map((payload) => ({ identifier: queueName, payload })))
      },
      close: async () => utils.release(),
    }
  }
  return { add: async () => undefined, close: async () => undefined }
}
