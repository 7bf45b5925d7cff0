import path from 'node:path'
import { createApp } from '../../src/server/app.ts'
import { createIdentify } from '../../src/server/auth/identify.ts'
import type { Deps } from '../../src/server/deps.ts'
import { createDispatcher } from '../../src/server/dispatcher/dispatcher.ts'
import { createFeed } from '../../src/server/feed/create-feed.ts'
import { createFeedMeter } from '../../src/server/feed/feed-meter.ts'
import { createFeedStore } from '../../src/server/feed/feed-store.ts'
import { ensureDemoOrganization } from '../../src/server/services/ensure-demo-organization.ts'
import { loadNumberZones } from '../../src/server/telephony/phone-zones.ts'
import { createSimulator } from '../../src/server/telephony/simulator/simulator.ts'
import { localParts } from './local-parts.ts'
import { ManualClock } from './manual-clock.ts'
import { silentLog } from './silent-log.ts'
import { createTestAccounts } from './test-accounts.ts'
import { createTestDatabase } from './test-database.ts'

/** The whole server on a port of its own, with a clock that the test moves. */
export async function startTestServer(options: {
  now: string
  seed?: string
  /** False: nobody has an account yet, and there is no organization. */
  isDemoOpen?: boolean
}) {
  const { isDemoOpen = true } = options
  const database = await createTestDatabase()
  const { db, appDb, systemDb } = database
  const testAccounts = await createTestAccounts(database.url, { isDemoOpen })
  const { accounts } = testAccounts
  const clock = new ManualClock(options.now)
  const provider = createSimulator({ clock, seed: options.seed ?? 'a test day' })
  const feedMeter = createFeedMeter()
  const feed = createFeed({
    store: createFeedStore({ db: appDb, systemDb }),
    clock,
    log: silentLog,
    meter: feedMeter,
  })
  const numberZones = loadNumberZones()
  const deps: Deps = {
    accounts,
    db: appDb,
    systemDb,
    clock,
    random: () => 0.5,
    provider,
    feed,
    ...localParts,
    zonesOfPhone: async (phoneNumber) => numberZones(phoneNumber),
    mailer: null,
    publicUrl: null,
    log: silentLog,
  }
  const organizationId = isDemoOpen ? await ensureDemoOrganization(accounts.db) : ''
  const dispatcher = createDispatcher({ ...deps, db: systemDb })
  const app = await createApp(deps, {
    identify: createIdentify({ auth: accounts.auth, db: accounts.db }),
    projectRoot: path.resolve(import.meta.dirname, '../..'),
    publicUrl: null,
    providerSpeed: 1,
    feedMeter,
    onCallsChanged: () => dispatcher.wake(),
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  dispatcher.start()

  return {
    address,
    db,
    deps,
    clock,
    /** Of the demo organization; empty where there is none. */
    organizationId,
    /** Lets time pass in steps, with all that happens in each. */
    async pass(seconds: number, stepSeconds = 1) {
      for (let passed = 0; passed < seconds; passed += stepSeconds) {
        await clock.advance(stepSeconds * 1000)
        await dispatcher.idle()
      }
    },
    async [Symbol.asyncDispose]() {
      await dispatcher.stop()
      await app.close()
      await feed.close()
      await provider.close()
      await testAccounts[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>
