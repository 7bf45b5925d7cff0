import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { type Course, describeProvider, type ProviderStage } from '../../support/provider-suite.ts'
import type { Customer, StandInOptionsInput } from '../../support/stand-in-twilio/options.ts'
import { createTwilioWorld, type TwilioWorld } from '../../support/twilio-world.ts'

const customers: Record<Course, Customer> = {
  answers: { answers: 'hangs_up', replies: [] },
  is_busy: { answers: 'busy', replies: [] },
  does_not_answer: { answers: 'no_answer', replies: [] },
}

const worlds = new Map<string, Promise<TwilioWorld>>()
afterAll(async () => {
  for (const world of worlds.values()) await (await world)[Symbol.asyncDispose]()
})

/** The dispatcher does not run: the suite places, and hears. One world serves all its tests. */
function openWorld(name: string, options: Partial<StandInOptionsInput>): Promise<TwilioWorld> {
  const opened =
    worlds.get(name) ??
    createTwilioWorld(options).then(async (world) => {
      await world.dispatcher.stop()
      return world
    })
  worlds.set(name, opened)
  return opened
}

let phones = 0

async function openStage(
  name: string,
  options: Partial<StandInOptionsInput>,
): Promise<ProviderStage> {
  const { twilio: provider, standIn } = await openWorld(name, options)
  const expected: Promise<unknown>[] = []
  return {
    isCalm: name === 'calm',
    provider: {
      ...provider,
      async place(request, signal) {
        await Promise.all(expected)
        return provider.place(request, signal)
      },
    },
    request(course) {
      phones += 1
      const phoneNumber = `+1469666${String(phones).padStart(4, '0')}`
      expected.push(standIn.expectCalls(phoneNumber, customers[course]))
      return {
        placementKey: randomUUID(),
        phoneNumber,
        ringTimeoutSec: 20,
        isDemo: false,
        scenario: null,
      }
    },
    async until(condition) {
      while (!(await condition())) await pause(10)
    },
    async linesOpened(placementKey) {
      const ledger = await standIn.readLedger()
      return ledger.filter((entry) => entry.placementKey === placementKey).length
    },
    [Symbol.asyncDispose]: () => standIn.idle().then(() => undefined),
  }
}

describeProvider('Twilio', () => openStage('calm', {}))
describeProvider('Twilio on a bad day', () =>
  openStage('bad', {
    seed: 'a bad day',
    faultRates: { drop: 0.2, error_after: 0.2, error_before: 0.1, too_many: 0.1 },
    callbacks: { loseRate: 0.2, repeats: 3, delayMs: 100 },
  }),
)
