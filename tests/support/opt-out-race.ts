import { Temporal } from 'temporal-polyfill'
import { systemClock } from '../../src/server/clock.ts'
import type { Db } from '../../src/server/db/client.ts'
import { createDispatcher } from '../../src/server/dispatcher/dispatcher.ts'
import { scheduleConfigSchema } from '../../src/server/domain/schedule-config.schema.ts'
import { WEEKDAYS } from '../../src/server/domain/time-of-day.ts'
import type { SeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'
import { makeOrganization } from './factories.ts'
import { localParts } from './local-parts.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'

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
  await fillQueue(db, organizationId, numbers)
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
  const dispatcher = createDispatcher(
    {
      ...{
        db: systemDb,
        systemDb,
        clock: systemClock,
        random: Math.random,
        provider,
        log: silentLog,
      },
      ...localParts,
      zonesOfPhone: async () => ['UTC'],
      feed: {
        announce: () => undefined,
        // biome-ignore lint/correctness/useYield: nobody subscribes here
        async *subscribe() {
          throw new Error('This feed is not for reading.')
        },
        close: async () => undefined,
      },
    },
    { maxPlacements: 20 },
  )
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

async function fillQueue(db: Db, organizationId: string, numbers: string[]): Promise<void> {
  const now = Temporal.Now.instant()
  const far = now.add({ hours: 12 }).toZonedDateTimeISO('UTC')
  const day = [{ start: '00:00', end: '24:00' }]
  await db.scheduleConfig.create({
    data: {
      ...{ organizationId, version: 1 },
      config: scheduleConfigSchema.parse({
        weekly: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])),
        quietHours: {
          start: far.toPlainTime().toString({ smallestUnit: 'minute' }),
          end: far.add({ minutes: 1 }).toPlainTime().toString({ smallestUnit: 'minute' }),
        },
        ...{ maxActiveCalls: 1000, maxPerMinute: 6000, delayAfterServiceMinutes: 0 },
      }),
    },
  })
  const past = new Date(now.epochMilliseconds - 60_000)
  const records = numbers.map((customerPhone) => ({
    ...{ id: crypto.randomUUID(), organizationId, customerPhone, customerTimeZone: 'UTC' },
    ...{ externalId: customerPhone, customerName: 'Diego Okafor', vehicleInfo: {} },
    ...{ serviceType: 'Annual service', status: 'completed', completedAt: past },
  }))
  await db.serviceRecord.createMany({ data: records })
  await db.call.createMany({
    data: records.map(({ id, customerPhone, customerName }) => ({
      ...{ organizationId, serviceRecordId: id, phoneNumber: customerPhone, customerName },
      ...{ dueAt: past, notBefore: past },
      expiresAt: new Date(now.epochMilliseconds + 86_400_000),
    })),
  })
}
