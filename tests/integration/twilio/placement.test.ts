import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Fault } from '../../support/stand-in-twilio/options.ts'
import { createTwilioWorld, type TwilioWorld } from '../../support/twilio-world.ts'

let world: TwilioWorld
beforeAll(async () => {
  world = await createTwilioWorld()
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

/** The first request of a process takes longer: it loads the library. */
const soon = { timeout: 10_000 }
let numbers = 0
const newNumber = () => {
  numbers += 1
  return `+1469555${String(numbers).padStart(4, '0')}`
}

const historySchema = z.array(z.object({ event: z.string(), source: z.string() }))
/** The one attempt of a call and what its history says, as `source: event`. */
async function onlyAttemptOf(callId: string) {
  const attempts = await world.attemptsOf(callId)
  expect(attempts).toHaveLength(1)
  const [attempt] = attempts
  const history = historySchema.parse(attempt?.history)
  return { attempt, told: history.map(({ source, event }) => `${source}: ${event}`) }
}
const ledgerOf = async (to: string) =>
  (await world.standIn.readLedger()).filter((entry) => entry.to === to)

test('a call that is answered is told step by step', async () => {
  const to = newNumber()
  await world.standIn.expectCalls(to, { answers: 'hangs_up' })
  const { id } = await world.makeDueCall(to)
  await expect.poll(async () => (await world.callById(id)).status, soon).toBe('missed')
  const { attempt, told } = await onlyAttemptOf(id)
  const [accepted] = await ledgerOf(to)
  expect(accepted).toMatchObject({
    sid: attempt?.providerCallId,
    placementKey: attempt?.placementKey,
  })
  expect(
    told.filter((entry) => entry !== 'we: accepted' && entry !== 'callback: accepted'),
  ).toEqual([
    'we: claimed',
    'we: sent',
    'callback: ringing',
    'callback: answered',
    'callback: ended: rejected',
  ])
})

describe('how a call ends without an answer', () => {
  const ends = [
    ['busy', 'busy'],
    ['no_answer', 'no_answer'],
    ['failed', 'provider_error'],
    ['nowhere', 'invalid_number'],
  ] as const
  for (const [answers, outcome] of ends) {
    test(`${answers}: ${outcome}`, async () => {
      const to = newNumber()
      await world.standIn.expectCalls(to, { answers })
      const { id } = await world.makeDueCall(to)
      await expect.poll(async () => (await world.callById(id)).outcome, soon).toBe(outcome)
    })
  }
})

describe('a request whose answer is lost', () => {
  test.each(['drop', 'error_after'] satisfies Fault[])(
    'is found and not sent again: %s',
    async (fault) => {
      const to = newNumber()
      await world.standIn.expectCalls(to, { answers: 'hangs_up' })
      await world.standIn.queueFaults(fault)
      const { id } = await world.makeDueCall(to)
      await expect.poll(async () => (await world.callById(id)).status, soon).toBe('missed')
      const [accepted, ...others] = await ledgerOf(to)
      expect(others).toEqual([])
      expect((await onlyAttemptOf(id)).attempt?.providerCallId).toBe(accepted?.sid)
    },
  )
})

describe('a firm no', () => {
  test.each([
    ['invalid', 'invalid_number', '21211'],
    ['too_many', 'provider_error', '20429'],
  ] as const)('%s: nothing rang', async (fault, outcome, code) => {
    const to = newNumber()
    await world.standIn.queueFaults(fault)
    const { id } = await world.makeDueCall(to)
    await expect.poll(async () => (await world.callById(id)).outcome, soon).toBe(outcome)
    const { attempt, told } = await onlyAttemptOf(id)
    expect(attempt?.errorMessage).toContain(code)
    expect(told).toEqual(['we: claimed', 'we: sent', `we: ended: ${outcome}`])
    expect(await ledgerOf(to)).toEqual([])
  })
})

test('a demo call never reaches Twilio', async () => {
  const to = newNumber()
  const { id } = await world.makeDueCall(to, { isDemo: true, demoScenario: 'promoter' })
  await expect.poll(async () => (await world.callById(id)).status, soon).toBe('completed')
  expect((await onlyAttemptOf(id)).attempt).toMatchObject({ provider: 'simulator' })
  expect(await ledgerOf(to)).toEqual([])
})

test('of two calls that nobody has, none is taken for the attempt', async () => {
  const [to, requestedAt] = [newNumber(), world.deps.clock.now()]
  const ask = () =>
    world.deps.provider.lookUp({
      placementKey: crypto.randomUUID(),
      provider: 'twilio',
      providerCallId: null,
      phoneNumber: to,
      requestedAt,
    })
  const place = () =>
    world.deps.provider.place(
      {
        placementKey: crypto.randomUUID(),
        phoneNumber: to,
        ringTimeoutSec: 25,
        isDemo: false,
        scenario: null,
      },
      new AbortController().signal,
    )
  expect(await ask()).toEqual({ found: false })
  const { providerCallId } = await place()
  expect(await ask()).toMatchObject({ found: true, providerCallId })
  await place()
  expect(await ask()).toEqual({ found: false })
})
