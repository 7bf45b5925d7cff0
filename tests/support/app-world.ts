import path from 'node:path'
import { type AppOptions, createApp } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/deps.ts'
import type { Role } from '../../src/server/domain/rights.ts'
import { createSimulator } from '../../src/server/telephony/simulator/simulator.ts'
import type { Context } from '../../src/server/trpc/context.ts'
import { appRouter } from '../../src/server/trpc/router.ts'
import { makeOrganization } from './factories.ts'
import { localParts } from './local-parts.ts'
import { ManualClock } from './manual-clock.ts'
import { silentLog } from './silent-log.ts'
import { createTestAccounts } from './test-accounts.ts'
import { createTestDatabase } from './test-database.ts'
import { makeMember } from './test-identity.ts'

/** Friday, 12:00 in New York, in the middle of the usual calling hours. */
const now = '2026-11-20T17:00:00Z'

/** One organization with its owner, and the app over it; nothing dials and nothing listens. */
export async function createAppWorld(
  options: Partial<AppOptions> = {},
  log: Deps['log'] = silentLog,
) {
  const database = await createTestDatabase()
  const { db, appDb, systemDb } = database
  const testAccounts = await createTestAccounts(database.url)
  const clock = new ManualClock(now)
  const announced: string[] = []
  const deps: Deps = {
    accounts: testAccounts.accounts,
    db: appDb,
    systemDb,
    clock,
    random: () => 0.5,
    provider: createSimulator({ clock, seed: 'an app of its own' }),
    feed: {
      announce: (organizationId) => announced.push(organizationId),
      // biome-ignore lint/correctness/useYield: nobody subscribes here
      async *subscribe() {
        throw new Error('This feed is not for reading.')
      },
      close: async () => undefined,
    },
    ...localParts,
    zonesOfPhone: async (phoneNumber) => (phoneNumber.startsWith('+1') ? ['America/New_York'] : []),
    mailer: null,
    publicUrl: null,
    log,
  }
  const identityOf = (organizationId: string, role?: Role) => makeMember(db, organizationId, role)
  const organization = await makeOrganization(db)
  const identity = await identityOf(organization.id)
  const app = await createApp(deps, {
    identify: async () => identity,
    projectRoot: path.resolve(import.meta.dirname, '../..'),
    publicUrl: null,
    providerSpeed: 4,
    ...options,
  })
  const context: Context = { deps, identity, requestId: 'of a test', providerSpeed: 4 }
  return {
    db,
    clock,
    deps,
    app,
    announced,
    identity,
    identityOf,
    organizationId: organization.id,
    caller: appRouter.createCaller(context),
    callerOf: async (organizationId: string, role?: Role) =>
      appRouter.createCaller({ ...context, identity: await identityOf(organizationId, role) }),
    async [Symbol.asyncDispose]() {
      await app.close()
      await testAccounts[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

export type AppWorld = Awaited<ReturnType<typeof createAppWorld>>
