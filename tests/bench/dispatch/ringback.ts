import { systemClock } from '../../../src/server/clock.ts'
import { createDb } from '../../../src/server/db/client.ts'
import { createDispatcher } from '../../../src/server/dispatcher/dispatcher.ts'
import { depsForPlacing } from '../../support/deps-for-placing.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { type Contestant, connectionsEach, placeAtOnce, type Tally } from './contestant.ts'

/** The dispatcher as `main.ts` runs it: every gate, the fence, the feed. */
export function createRingback(url: string, tally: Tally): Contestant {
  const db = createDb(url, { role: 'ringback_dispatcher', maxConnections: connectionsEach })
  const provider = new ScriptedProvider()
  provider.onPlace = ({ placementKey }) => placeAtOnce(placementKey)
  const dispatcher = createDispatcher(depsForPlacing(db, { provider, clock: systemClock }), {
    reach(point) {
      if (point === 'requested') tally.asked()
      if (point === 'stored') tally.done(1)
    },
  })
  return {
    start: async () => dispatcher.start(),
    async stop() {
      await dispatcher.stop()
      await db.$disconnect()
    },
  }
}
