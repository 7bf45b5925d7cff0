import { type ClaimedAttempt, claimDueCalls } from '../../src/server/services/claim-due-calls.ts'
import { clearToSend } from '../../src/server/services/clear-to-send.ts'
import type { Provider } from '../../src/server/telephony/port.ts'
import type { DispatchWorld } from './dispatch-world.ts'

/** Claims what is due, as a dispatcher would, and leaves the placing to the test. */
export async function claimAttempts(
  world: DispatchWorld,
  provider: Provider,
  limit = 10,
): Promise<ClaimedAttempt[]> {
  const { organizationId } = world
  return (await claimDueCalls(world.depsWith(provider), { organizationId, limit })).attempts
}

export async function claimOne(world: DispatchWorld, provider: Provider): Promise<ClaimedAttempt> {
  const [attempt] = await claimAttempts(world, provider, 1)
  if (attempt === undefined) throw new Error('Nothing was claimed.')
  return attempt
}

/** Writes onto claimed attempts that they are sent, and sends nothing. */
export async function markSent(
  world: DispatchWorld,
  provider: Provider,
  attempts: readonly ClaimedAttempt[],
): Promise<void> {
  const deps = world.depsWith(provider)
  await clearToSend(
    deps,
    attempts.map((attempt) => ({ attempt })),
  )
}
