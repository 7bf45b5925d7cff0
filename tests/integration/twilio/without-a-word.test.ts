import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPauseState } from '../../../src/server/db/calling-pause.ts'
import { wordless } from '../../../src/server/domain/auto-pause.ts'
import { liveCall, toldCompleted } from '../../support/twilio-hand.ts'
import { createTwilioWorld, type TwilioWorld } from '../../support/twilio-world.ts'

let world: TwilioWorld
beforeAll(async () => {
  world = await createTwilioWorld()
  // The calls here are told by the test alone.
  await world.dispatcher.stop()
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

/** As Twilio tells of a call for which it could not fetch what to say. */
async function answeredInVain(told: Record<string, string> = {}) {
  const { id, tell } = await liveCall(world)
  await tell('status', { CallStatus: 'in-progress' })
  expect((await tell('status', { ...toldCompleted, ...told })).statusCode).toBe(204)
  return { call: await world.callById(id), attempts: await world.attemptsOf(id) }
}
const pause = async () => (await readPauseState(world.db, world.organizationId)).autoPause

test('a call that was answered without a word from us reached nobody', async () => {
  const { call, attempts } = await answeredInVain()
  expect(call).toMatchObject({ status: 'missed', outcome: 'rejected', durationSec: null })
  const afterMs = (call.dueAt?.getTime() ?? 0) - (call.endTime?.getTime() ?? 0)
  expect(afterMs).toBeGreaterThanOrEqual(24 * 3_600_000)
  expect(attempts).toMatchObject([{ outcome: 'rejected', errorMessage: wordless }])
})

test('a machine that answered stays voicemail, and says so as well', async () => {
  const { call, attempts } = await answeredInVain({ AnsweredBy: 'machine_end_beep' })
  expect(call).toMatchObject({ status: 'missed', outcome: 'voicemail' })
  expect(attempts).toMatchObject([{ errorMessage: wordless }])
})

test('a machine that our words were asked for is no failure', async () => {
  const { id, tell } = await liveCall(world)
  const machine = { AnsweredBy: 'machine_end_beep' }
  await tell('voice', machine)
  await tell('status', { ...toldCompleted, ...machine })
  expect(await world.attemptsOf(id)).toMatchObject([{ outcome: 'voicemail', errorMessage: null }])
})

test('an address that the provider cannot reach stops the calling, and says why', async () => {
  while ((await world.db.callAttempt.count()) < 9) await answeredInVain()
  expect(await pause()).toBeNull()
  await answeredInVain()
  expect(await pause()).toMatchObject({
    attemptCount: 10,
    reason: expect.stringMatching(
      /^\d+ of the last 10 calls in 15 min failed for technical reasons, \d+ of them answered without a word from us: the provider may not reach this server$/,
    ),
  })
})
