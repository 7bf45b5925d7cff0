import { pino } from 'pino'
import { systemClock } from '../../../src/server/clock.ts'
import { createDb } from '../../../src/server/db/client.ts'
import { readDatabaseTime } from '../../../src/server/db/read-database-time.ts'
import { createDispatcher } from '../../../src/server/dispatcher/dispatcher.ts'
import { parseEnvironment } from '../../../src/server/env.ts'
import { createFailPoint } from '../../../src/server/fail-point.ts'
import { depsForPlacing } from '../deps-for-placing.ts'
import { createLedgerProvider } from './ledger-provider.ts'

// A server as far as placing goes: the dispatcher of `main.ts` on the system's clock, with a ledger
// process as its provider. It waits for a line on its input, so that a start costs a run no time.

const { DATABASE_URL = '', LEDGER_PORT, FAIL_AT, STOP_AT, MAX_PLACEMENTS = '100' } = process.env
const stopSelf = () => void process.kill(process.pid, 'SIGSTOP')
const { failPoint } = parseEnvironment({ FAIL_AT: FAIL_AT ?? STOP_AT })
const endAt = failPoint && createFailPoint(failPoint, STOP_AT ? stopSelf : undefined)
let isPlacing = false
const systemDb = createDb(DATABASE_URL, { role: 'ringback_dispatcher' })
await systemDb.$queryRaw`select 1`
process.stdout.write(`waiting ${process.pid}\n`)
await new Promise((resolve) => process.stdin.once('data', resolve))
process.stdin.destroy()

const provider = await createLedgerProvider(Number(LEDGER_PORT))
const dispatcher = createDispatcher(
  {
    ...depsForPlacing(systemDb, { provider, clock: systemClock }),
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination(2)),
  },
  {
    maxPlacements: Number(MAX_PLACEMENTS),
    readDatabaseTime: () => readDatabaseTime(systemDb),
    reach(point) {
      if (!isPlacing) process.stdout.write('placing\n')
      isPlacing = true
      endAt?.(point)
    },
  },
)
dispatcher.start()
process.stdout.write('running\n')
process.once('SIGTERM', async () => {
  await dispatcher.stop()
  await provider.close()
  await systemDb.$disconnect()
})
