import { systemClock } from '../../src/server/clock.ts'
import type { Db } from '../../src/server/db/client.ts'
import { createDispatcher } from '../../src/server/dispatcher/dispatcher.ts'
import type { SeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'
import { depsForPlacing } from './deps-for-placing.ts'
import { fillQueue } from './due-queue.ts'
import { makeOrganization } from './factories.ts'
import { ScriptedProvider } from './scripted-provider.ts'

export type RaceResult = {
  /** Of those who had opted out before the dispatcher began. */
  placedThoughOptedOut: number
  placed: number
  /** Closed by an opt-out that came first, before or after the claim. */
  optedOut: number
  withdrawn: number
  /** At worst, from before an opt-out was sent for its commit to the request for its number. */
  latestMs: number
}

/**
 * A dispatcher on the system's clock places calls while everybody who is called opts out in a
 * random order; `before` of them had done so already.
 */
export async function raceOptOuts(
  databases: { db: Db; systemDb: Db },
  input: { racing: number; before: number; random: SeededRandom },
): Promise<RaceResult> {
  const { db, systemDb } = databases
  const { racing, before, random } = input
  const organizationId = (await makeOrganization(db, { timeZone: 'UTC' })).id
  const numbers = Array.from(
    { length: racing + before },
    (_, at) => `+1202${String(5_000_000 + at)}`,
  )
  await fillQueue(db, { organizationId, numbers, maxActiveCalls: 1000 })
  const early = numbers.slice(racing)
  await db.doNotCall.createMany({
    data: early.map((phoneNumber) => ({ organizationId, phoneNumber })),
  })

  const requestedAt = new Map<string, number>()
  const provider = new ScriptedProvider()
  provider.onPlace = async ({ phoneNumber, placementKey }) => {
    requestedAt.set(phoneNumber, performance.now())
    await pauseMs(random, 50)
    return { providerCallId: provider.idOf(placementKey) }
  }
  const dispatcher = createDispatcher(depsForPlacing(systemDb, { provider, clock: systemClock }), {
    maxPlacements: 20,
  })
  dispatcher.start()
  await provider.whenAsked(1)
  const racers = random.shuffle(numbers.slice(0, racing))
  const sentAt = await optOut(db, { organizationId, racers, pause: () => pauseMs(random, 30) })
  await dispatcher.idle()
  await dispatcher.stop()

  const lateness = [...requestedAt].map(([number, at]) => at - (sentAt.get(number) ?? at))
  return {
    placedThoughOptedOut: early.filter((number) => requestedAt.has(number)).length,
    placed: requestedAt.size,
    optedOut: await db.call.count({ where: { organizationId, outcome: 'opted_out' } }),
    withdrawn: await db.callAttempt.count({ where: { organizationId, outcome: 'opted_out' } }),
    latestMs: Math.max(0, ...lateness),
  }
}

/** How long a provider, or a customer, takes. */
const pauseMs = (random: SeededRandom, most: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, random.whole(0, most)))

/** A few write at the same time, at about the pace at which calls are placed. */
async function optOut(
  db: Db,
  input: { organizationId: string; racers: string[]; pause: () => Promise<void> },
) {
  const { organizationId, pause } = input
  const sentAt = new Map<string, number>()
  const waiting = [...input.racers]
  const writer = async () => {
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      sentAt.set(number, performance.now())
      await db.doNotCall.create({ data: { organizationId, phoneNumber: number } })
      await pause()
    }
  }
  await Promise.all(Array.from({ length: 4 }, writer))
  return sentAt
}
