import type { Db } from '../../src/server/db/client.ts'
import {
  createDispatcher,
  type Dispatcher,
  type DispatcherDeps,
} from '../../src/server/dispatcher/dispatcher.ts'
import type { ScheduleConfigInput } from '../../src/server/domain/schedule-config.schema.ts'
import { scheduleConfigSchema } from '../../src/server/domain/schedule-config.schema.ts'
import type { Provider } from '../../src/server/telephony/port.ts'
import { quietFeed } from './deps-for-placing.ts'
import { makeCall, makeOrganization } from './factories.ts'
import { localParts } from './local-parts.ts'
import { ManualClock } from './manual-clock.ts'
import { silentLog } from './silent-log.ts'
import { createTestDatabase } from './test-database.ts'

/** Friday, 12:00 in New York, in the middle of the usual calling hours. */
export const FRIDAY_NOON = '2026-11-20T17:00:00Z'

/** One organization, a clock that stands at Friday noon, and dispatchers that share them. */
export async function createDispatchWorld(start = FRIDAY_NOON) {
  const database = await createTestDatabase()
  const { db, systemDb } = database
  const clock = new ManualClock(start)
  const organizationId = (await makeOrganization(db)).id
  const dispatchers: Dispatcher[] = []
  let phones = 0

  const depsWith = (provider: Provider): DispatcherDeps => ({
    db: systemDb,
    systemDb,
    clock,
    random: () => 0.5,
    provider,
    feed: quietFeed,
    ...localParts,
    zonesOfPhone: async (phoneNumber) => (phoneNumber.startsWith('+1') ? ['America/New_York'] : []),
    log: silentLog,
  })

  return {
    db,
    clock,
    organizationId,
    depsWith,
    /** A running dispatcher of its own; started unless the test wants to. */
    startDispatcher(provider: Provider, options: Parameters<typeof createDispatcher>[1] = {}) {
      const dispatcher = createDispatcher(depsWith(provider), options)
      dispatchers.push(dispatcher)
      dispatcher.start()
      return dispatcher
    },
    /** Forgets a dispatcher without a goodbye, as `kill -9` would. */
    abandon(dispatcher: Dispatcher) {
      dispatchers.splice(dispatchers.indexOf(dispatcher), 1)
    },
    saveSchedule: (config: ScheduleConfigInput) => saveSchedule(db, organizationId, config),
    /** A due call to a number of its own. */
    makeDueCall(overrides: Parameters<typeof makeCall>[2] = {}) {
      phones += 1
      const customerPhone = `+1469555${String(phones).padStart(4, '0')}`
      const { record, ...call } = overrides
      return makeCall(db, organizationId, { ...call, record: { customerPhone, ...record } })
    },
    callById: (id: string) => db.call.findUniqueOrThrow({ where: { id } }),
    attemptsOf: (callId: string) =>
      db.callAttempt.findMany({ where: { callId }, orderBy: { number: 'asc' } }),
    /** The statuses that a call went through, as the feed told them. */
    async statusesTold(callId: string): Promise<string[]> {
      const rows = await db.$queryRaw<{ status: string }[]>`
        select payload -> 'call' ->> 'status' as status from "FeedEvent"
        where "callId" = ${callId}::uuid order by seq`
      return rows.map(({ status }) => status)
    },
    /** Settles when no dispatcher has anything left to do at this instant. */
    async settle() {
      for (const dispatcher of dispatchers) await dispatcher.idle()
    },
    /** Lets time pass in steps, with all that happens in each. */
    async pass(seconds: number, stepSeconds = 1) {
      for (let passed = 0; passed < seconds; passed += stepSeconds) {
        await clock.advance(stepSeconds * 1000)
        for (const dispatcher of dispatchers) await dispatcher.idle()
      }
    },
    async [Symbol.asyncDispose]() {
      for (const dispatcher of dispatchers) await dispatcher.stop()
      await database[Symbol.asyncDispose]()
    },
  }
}

export type DispatchWorld = Awaited<ReturnType<typeof createDispatchWorld>>

async function saveSchedule(db: Db, organizationId: string, config: ScheduleConfigInput) {
  const saved = await db.scheduleConfig.count({ where: { organizationId, campaignId: null } })
  await db.scheduleConfig.create({
    data: {
      organizationId,
      version: saved + 1,
      config: scheduleConfigSchema.parse({ timeZone: 'America/New_York', ...config }),
    },
  })
}
