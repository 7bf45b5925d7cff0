import type { Clock } from './clock.ts'
import type { Db } from './db/client.ts'
import { findBoundLines } from './db/find-bound-lines.ts'
import type { Env } from './env.ts'
import type { Provider } from './telephony/port.ts'
import { routeProvider } from './telephony/route-provider.ts'
import { makeHostile } from './telephony/simulator/hostile-provider.ts'
import { isSimulatedLine } from './telephony/simulator/plan-code.ts'
import { scenarioOf } from './telephony/simulator/scenarios.ts'
import { createSimulator } from './telephony/simulator/simulator.ts'
import type { TwilioProvider } from './telephony/twilio/twilio-provider.ts'
import { nobodyPlacesCalls } from './telephony-env.ts'

/** Who places calls, as the environment has it; `twilio` is there only where Twilio calls us back. */
export async function createProvider(
  { telephony, simulatorSeed, simulatorSpeed }: Env,
  { clock, systemDb }: { clock: Clock; systemDb: Db },
): Promise<{ provider: Provider; twilio: TwilioProvider | null }> {
  if (telephony === null) throw new Error(nobodyPlacesCalls)
  const simulator = makeHostile(
    createSimulator({ clock, seed: simulatorSeed, speed: simulatorSpeed }),
    {
      clock,
      seed: simulatorSeed,
      isHostile: ({ scenario }) => scenarioOf(scenario).isHostile,
    },
  )
  if (telephony.provider === 'simulator') return { provider: simulator, twilio: null }
  // Its library is large: whoever calls nobody does not load it.
  const { createTwilioProvider } = await import('./telephony/twilio/twilio-provider.ts')
  const twilio = createTwilioProvider({
    account: telephony.account,
    clock,
    findBound: (providerCallIds) =>
      findBoundLines(systemDb, { provider: 'twilio', providerCallIds }),
  })
  return { provider: routeProvider(twilio, simulator, isSimulatedLine), twilio }
}
