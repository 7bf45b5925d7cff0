import path from 'node:path'
import { createApp } from '../../src/server/app.ts'
import { createIdentify } from '../../src/server/auth/identify.ts'
import { systemClock } from '../../src/server/clock.ts'
import type { Db } from '../../src/server/db/client.ts'
import { findBoundLines } from '../../src/server/db/find-bound-lines.ts'
import { findFreePort } from '../../src/server/db/free-port.ts'
import type { Deps } from '../../src/server/deps.ts'
import { createDispatcher } from '../../src/server/dispatcher/dispatcher.ts'
import { createFeed } from '../../src/server/feed/create-feed.ts'
import { createFeedStore } from '../../src/server/feed/feed-store.ts'
import { createPerson, hashOfPassword } from '../../src/server/services/create-person.ts'
import { keepToldRecordings } from '../../src/server/services/keep-told-recordings.ts'
import { routeProvider } from '../../src/server/telephony/route-provider.ts'
import { isSimulatedLine } from '../../src/server/telephony/simulator/plan-code.ts'
import { createSimulator } from '../../src/server/telephony/simulator/simulator.ts'
import { createTwilioProvider } from '../../src/server/telephony/twilio/twilio-provider.ts'
import type { TestDatabase } from './clone-database.ts'
import { quietFeed } from './deps-for-placing.ts'
import { makeCall, makeOrganization } from './factories.ts'
import { localParts } from './local-parts.ts'
import { openAllHours } from './open-hours.ts'
import { silentLog } from './silent-log.ts'
import type { StandInOptionsInput } from './stand-in-twilio/options.ts'
import { standInAccount, startStandIn } from './stand-in-twilio/start-stand-in.ts'
import { createTestAccounts } from './test-accounts.ts'
import { makeMember } from './test-identity.ts'

const hourMs = 3_600_000

/** Known to tests alone. */
const ofTheTestRun = async (): Promise<TestDatabase> =>
  (await import('./test-database.ts')).createTestDatabase()

/** One organization that calls at every hour, through a server that knows the stand-in as Twilio. */
export async function createTwilioWorld(
  options: Partial<StandInOptionsInput> = {},
  /** With a page that `person` may open. */
  { hasPage = false, openDatabase = ofTheTestRun } = {},
) {
  const standIn = await startStandIn(options)
  const database = await openDatabase()
  const { db, appDb, systemDb } = database
  const testAccounts = await createTestAccounts(database.url)
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const clock = systemClock
  const account = { ...standInAccount, apiUrl: standIn.apiUrl, publicUrl }
  const twilio = createTwilioProvider({
    account,
    clock,
    findBound: (providerCallIds) =>
      findBoundLines(systemDb, { provider: 'twilio', providerCallIds }),
  })
  const simulator = createSimulator({ clock, seed: 'beside the stand-in', speed: 1000 })
  const feed = hasPage
    ? createFeed({ store: createFeedStore({ db: appDb, systemDb }), log: silentLog })
    : quietFeed
  const deps: Deps = {
    accounts: testAccounts.accounts,
    db: appDb,
    systemDb,
    clock,
    random: Math.random,
    log: silentLog,
    provider: routeProvider(twilio, simulator, isSimulatedLine),
    zonesOfPhone: async () => ['UTC'],
    feed,
    ...localParts,
    mailer: null,
    publicUrl,
  }
  const { accounts } = testAccounts
  const organizationId = (await makeOrganization(db, { timeZone: 'UTC' })).id
  await openAllHours(db, organizationId)
  const identity = await makeMember(db, organizationId)
  const person = hasPage ? await makePerson(db, organizationId) : null
  const dispatcher = createDispatcher({ ...deps, db: systemDb }, { pollMs: 100 })
  const app = await createApp(deps, {
    identify: hasPage
      ? createIdentify({ auth: accounts.auth, db: accounts.db })
      : async () => identity,
    onCallsChanged: () => dispatcher.wake(),
    projectRoot: path.resolve(import.meta.dirname, '../..'),
    publicUrl,
    twilio,
    providerSpeed: null,
  })
  await app.listen({ port, host: '127.0.0.1' })
  dispatcher.start()

  return {
    db,
    deps,
    app,
    standIn,
    dispatcher,
    organizationId,
    publicUrl,
    twilio,
    person,
    /** A call to `phoneNumber` that may be placed at once. */
    async makeDueCall(phoneNumber: string, overrides: Parameters<typeof makeCall>[2] = {}) {
      const past = new Date(Date.now() - 60_000)
      const { record, ...call } = overrides
      const made = await makeCall(db, organizationId, {
        dueAt: past,
        expiresAt: new Date(Date.now() + 96 * hourMs),
        ...call,
        record: {
          customerPhone: phoneNumber,
          customerTimeZone: 'UTC',
          completedAt: past,
          ...record,
        },
      })
      dispatcher.wake()
      return made
    },
    /** Settles when nothing is due, every call is over and all that was told is written down. */
    async settle() {
      await dispatcher.idle()
      await standIn.idle()
      await keepToldRecordings({ ...deps, db: systemDb })
      await dispatcher.idle()
    },
    callById: (id: string) => db.call.findUniqueOrThrow({ where: { id } }),
    attemptsOf: (callId: string) =>
      db.callAttempt.findMany({ where: { callId }, orderBy: { number: 'asc' } }),
    async [Symbol.asyncDispose]() {
      await dispatcher.stop()
      await app.close()
      await feed.close()
      await testAccounts[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
      await standIn[Symbol.asyncDispose]()
    },
  }
}

export type TwilioWorld = Awaited<ReturnType<typeof createTwilioWorld>>

/** A manager who can sign in. */
async function makePerson(db: Db, organizationId: string) {
  const [email, password] = ['robin@example.com', 'a long enough password']
  const passwordHash = await hashOfPassword(password)
  await db.$transaction(async (tx) => {
    const { id } = await createPerson(tx, { name: 'Robin', email, passwordHash }, new Date())
    await tx.member.create({ data: { organizationId, userId: id, role: 'manager' } })
  })
  return { email, password }
}
