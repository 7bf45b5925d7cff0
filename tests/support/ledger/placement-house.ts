import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createDb, type Db } from '../../../src/server/db/client.ts'
import type { ScheduleConfigInput } from '../../../src/server/domain/schedule-config.schema.ts'
import { addDueCalls, fillQueue } from '../due-queue.ts'
import { makeOrganization } from '../factories.ts'
import { type Ledger, type LedgerSettings, printed, printedPort, startLedger } from './ledger.ts'

export type DispatchProcess = {
  child: ChildProcess
  /** Lets it begin. */
  go(): void
  /** Settles when it claims its first calls, or ends. */
  placing: Promise<unknown>
  /** Settles once it has ended, by whatever. */
  ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>
  kill(signal: NodeJS.Signals): void
}

/** One organization with a queue, a ledger process, and as many dispatcher processes as are asked for. */
export async function openPlacementHouse(input: {
  url: string
  calls: number
  maxActiveCalls: number
  retry?: ScheduleConfigInput['retry']
  ledger: LedgerSettings
}) {
  const { url } = input
  const db: Db = createDb(url)
  const organizationId = (await makeOrganization(db, { timeZone: 'UTC' })).id
  let made = 0
  const newNumbers = (count: number) =>
    Array.from({ length: count }, () => `+1202${String(5_000_000 + made++)}`)
  const numbers = newNumbers(input.calls)
  const { maxActiveCalls, retry } = input
  await fillQueue(db, { organizationId, numbers, maxActiveCalls, retry })
  const ledger = await startLedger(input.ledger)
  const processes = new Set<DispatchProcess>()

  async function start(env: Record<string, string> = {}): Promise<DispatchProcess> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path.resolve('tests/support/ledger/dispatch-process.ts')],
      {
        env: { ...process.env, DATABASE_URL: url, LEDGER_PORT: String(ledger.port), ...env },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
    const ended = once(child, 'exit').then(
      ([code, signal]): [number | null, NodeJS.Signals | null] => [code, signal],
    )
    await printedPort(child, /waiting (\d+)/)
    const started: DispatchProcess = {
      child,
      go: () => void child.stdin?.write('go\n'),
      placing: Promise.race([printed(child, /placing/).catch(() => undefined), ended]),
      ended,
      kill: (signal) => void child.kill(signal),
    }
    processes.add(started)
    void ended.then(() => processes.delete(started))
    return started
  }

  return {
    db,
    organizationId,
    ledger,
    start,
    addCalls: (count: number) => addDueCalls(db, { organizationId, numbers: newNumbers(count) }),
    /** Settles when `isOver` says so of the calls' statuses; rejects after `withinMs`. */
    async whenCalls(isOver: (counts: Record<string, number>) => boolean, withinMs: number) {
      const until = Date.now() + withinMs
      for (;;) {
        const counts = await countByStatus(db, organizationId)
        if (isOver(counts)) return counts
        if (Date.now() > until) throw new Error(`Not in time: ${JSON.stringify(counts)}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    async [Symbol.asyncDispose]() {
      const running = [...processes]
      for (const { kill } of running) kill('SIGKILL')
      await Promise.all(running.map(({ ended }) => ended))
      await ledger[Symbol.asyncDispose]()
      await db.$disconnect()
    },
  }
}

export type PlacementHouse = Awaited<ReturnType<typeof openPlacementHouse>>

/** One that waits for another attempt by itself counts as ready. */
async function countByStatus(db: Db, organizationId: string): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ status: string; count: number }[]>`
    select case when "dueAt" is null then status else 'ready' end as status, count(*)::int as count
    from "Call" where "organizationId" = ${organizationId}::uuid group by 1`
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

/** What a ledger says of a run: requests, and how many of them were one too many. */
export async function readLedger(ledger: Ledger) {
  const requests = await ledger.requests()
  const keys = new Set(requests.map(({ placementKey }) => placementKey))
  const numbers = new Set(requests.map(({ phoneNumber }) => phoneNumber))
  return {
    requests: requests.length,
    sentTwice: requests.length - keys.size,
    /** Numbers that were asked for under more than one key. */
    rungTwice: keys.size - numbers.size,
    keys,
  }
}
