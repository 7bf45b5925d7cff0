import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPauseState } from '../../../src/server/db/calling-pause.ts'
import { resumeCalling } from '../../../src/server/services/resume-calling.ts'
import { whyNotNow } from '../../../src/server/services/why-not-now.ts'
import { PlacementRefused } from '../../../src/server/telephony/port.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { someActor } from '../../support/test-identity.ts'

let world: DispatchWorld
let provider: ScriptedProvider
beforeEach(async () => {
  world = await createDispatchWorld()
  provider = new ScriptedProvider()
  provider.onPlace = async () => {
    throw new PlacementRefused('provider_error', 'The trunk is down.')
  }
  const autoPause = { failureRatio: 0.5, minAttempts: 4, windowMinutes: 10 }
  await world.saveSchedule({ autoPause, maxActiveCalls: 1, maxPerMinute: 6000 })
})
afterEach(() => world[Symbol.asyncDispose]())

const makeCalls = async (count: number, overrides = {}) => {
  for (let made = 0; made < count; made += 1) await world.makeDueCall(overrides)
}
const state = () => readPauseState(world.db, world.organizationId)
const resume = () =>
  resumeCalling(world.depsWith(provider), {
    organizationId: world.organizationId,
    actor: someActor,
  })

test('calling stops when most calls failed, and says so for every call', async () => {
  await makeCalls(10)
  const dispatcher = world.startDispatcher(provider)
  await world.pass(8)
  expect(provider.requests).toHaveLength(4)
  expect((await state()).autoPause).toEqual({
    since: expect.stringMatching(/^2026-11-20T17:00:0/),
    failedCount: 4,
    attemptCount: 4,
    reason: '4 of the last 4 calls in 10 min failed for technical reasons',
  })
  const waiting = await world.db.call.findFirstOrThrow({ where: { attemptCount: 0 } })
  const target = { organizationId: world.organizationId, callId: waiting.id, sight: 'all' as const }
  const { eligible, gates } = await whyNotNow(world.depsWith(provider), target)
  expect(eligible).toBe(false)
  expect(gates.filter(({ pass }) => !pass)).toEqual([
    {
      name: 'auto_paused',
      pass: false,
      reason: 'Paused by itself today 12:00, after too many technical failures',
    },
  ])
  expect(await world.callById(waiting.id)).toMatchObject({ version: 1, heldReason: null })

  // A process that starts anew finds it as it was.
  world.abandon(dispatcher)
  await dispatcher.stop()
  world.startDispatcher(provider)
  await world.pass(3)
  expect(provider.requests).toHaveLength(4)
})

test('after a person lets it go on, what failed before counts for nothing', async () => {
  await makeCalls(7)
  world.startDispatcher(provider)
  await world.pass(8)
  expect(await resume()).toEqual({ autoPause: null })
  expect(await resume()).toEqual({ autoPause: null })
  await world.pass(6)
  // Three calls more: too few to tell, though seven of seven have failed within ten minutes.
  expect(provider.requests).toHaveLength(7)
  expect(await state()).toEqual({ autoPause: null })
  await makeCalls(1)
  await world.pass(2)
  expect((await state()).autoPause).toMatchObject({ failedCount: 4, attemptCount: 4 })
  expect(await world.db.auditEntry.count({ where: { action: 'calling.resumed' } })).toBe(1)
})

test('customers who do not answer, demo calls and samples stop nothing', async () => {
  provider.onPlace = async ({ phoneNumber }) => {
    throw new PlacementRefused(
      phoneNumber.startsWith('+1469') ? 'invalid_number' : 'provider_error',
      'No.',
    )
  }
  await makeCalls(6)
  await makeCalls(6, { isDemo: true, record: { customerPhone: '+12125550101' } })
  for (let line = 110; line < 116; line += 1) {
    await makeCalls(1, { record: { customerPhone: `+12125550${line}`, isSample: true } })
  }
  world.startDispatcher(provider)
  await world.pass(20)
  expect(provider.requests).toHaveLength(18)
  expect(await state()).toEqual({ autoPause: null })
})

test('failures that end at the same instant are counted once each', async () => {
  const autoPause = { failureRatio: 1, minAttempts: 8, windowMinutes: 10 }
  await world.saveSchedule({ autoPause, maxActiveCalls: 8, maxPerMinute: 6000 })
  await makeCalls(8)
  world.startDispatcher(provider)
  await world.settle()
  expect((await state()).autoPause).toMatchObject({ failedCount: 8, attemptCount: 8 })
  expect(await world.db.callingPause.count()).toBe(1)
})
