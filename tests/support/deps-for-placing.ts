import type { Clock } from '../../src/server/clock.ts'
import type { Db } from '../../src/server/db/client.ts'
import type { Deps } from '../../src/server/deps.ts'
import type { DispatcherDeps } from '../../src/server/dispatcher/dispatcher.ts'
import type { Provider } from '../../src/server/telephony/port.ts'
import { localParts } from './local-parts.ts'
import { silentLog } from './silent-log.ts'

/** A feed that nobody reads. */
export const quietFeed: Deps['feed'] = {
  announce: () => undefined,
  // biome-ignore lint/correctness/useYield: nobody subscribes here
  async *subscribe() {
    throw new Error('This feed is not for reading.')
  },
  close: async () => undefined,
}

/** What placing needs, with every number in UTC. `db` acts as the dispatcher. */
export const depsForPlacing = (
  db: Db,
  { provider, clock }: { provider: Provider; clock: Clock },
): DispatcherDeps => ({
  db,
  systemDb: db,
  clock,
  random: Math.random,
  provider,
  feed: quietFeed,
  log: silentLog,
  ...localParts,
  zonesOfPhone: async () => ['UTC'],
})
