import { afterEach, beforeEach, expect, test } from 'vitest'
import { GATE_NAMES } from '../../../src/server/domain/gate.ts'
import { createSimulator } from '../../../src/server/telephony/simulator/simulator.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await createDispatchWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const simulate = (world: DispatchWorld) =>
  world.startDispatcher(createSimulator({ clock: world.clock, seed: 'life' }))

test('a due call rings, is answered and ends with all that the customer said', async () => {
  const call = await world.makeDueCall({ demoScenario: 'promoter', tags: ['vip'] })
  simulate(world)
  await world.settle()
  expect((await world.callById(call.id)).status).toBe('placing')
  await world.pass(70)

  expect(await world.statusesTold(call.id)).toEqual([
    'placing',
    'ringing',
    'in_progress',
    'completed',
  ])
  const ended = await world.callById(call.id)
  expect(ended).toMatchObject({
    outcome: 'answered',
    npsScore: 10,
    rating: 5,
    durationSec: 49,
    attemptCount: 1,
    dueAt: null,
    version: 5,
  })
  expect(ended.feedbackSummary).toContain('ready the same day')
  expect(ended.tags).toEqual(expect.arrayContaining(['vip', 'same day']))
  const record = await world.db.serviceRecord.findUniqueOrThrow({
    where: { id: call.serviceRecordId },
  })
  expect(record).toMatchObject({ rating: 5, areasToImprove: [] })
  expect(record.positiveMentions.length).toBeGreaterThan(0)
  expect(await world.db.transcript.findFirst({ where: { callId: call.id } })).toMatchObject({
    language: 'en',
  })
  expect(await world.db.audioFile.findMany({ where: { callId: call.id } })).toMatchObject([
    { storageKey: 'bundled/en-delighted-same-day.mp3', mediaType: 'audio/mpeg' },
  ])
  const [attempt] = await world.attemptsOf(call.id)
  expect(attempt).toMatchObject({ number: 1, status: 'completed', outcome: 'answered' })
  expect(attempt?.gates).toHaveLength(GATE_NAMES.length)
  expect(attempt?.history).toMatchObject(
    ['claimed', 'sent', 'accepted', 'ringing', 'answered', 'ended: answered'].map((event) => ({
      event,
      applied: true,
    })),
  )
  expect(await world.db.organization.findUnique({ where: { id: world.organizationId } })).toEqual(
    expect.objectContaining({ readyCount: 0, completedCount: 1, feedSeq: 4n }),
  )
})

test('nobody answers: tried again when the schedule says, until the attempts are used', async () => {
  await world.saveSchedule({ maxAttempts: 2, retry: { no_answer: [120] } })
  const call = await world.makeDueCall({ demoScenario: 'missed' })
  simulate(world)
  await world.pass(20)
  const missed = await world.callById(call.id)
  expect(missed).toMatchObject({ status: 'missed', outcome: 'no_answer' })
  expect(missed.dueAt?.getTime()).toBe((missed.endTime?.getTime() ?? 0) + 120 * 60_000)

  await world.clock.skip(119 * 60_000)
  await world.settle()
  expect(await world.attemptsOf(call.id)).toHaveLength(1)
  await world.clock.skip(60_000)
  await world.pass(20)
  expect(await world.callById(call.id)).toMatchObject({
    status: 'missed',
    attemptCount: 2,
    dueAt: null,
  })
  expect(await world.attemptsOf(call.id)).toHaveLength(2)
})

test('who asks for no more calls gets none, not even for another visit', async () => {
  const call = await world.makeDueCall({ demoScenario: 'opt-out' })
  simulate(world)
  await world.pass(70)
  expect(await world.callById(call.id)).toMatchObject({ status: 'completed', outcome: 'opted_out' })
  const next = await world.makeDueCall({
    record: { customerPhone: call.phoneNumber },
    phoneNumber: call.phoneNumber,
  })
  await world.pass(2)
  expect(await world.callById(next.id)).toMatchObject({ status: 'canceled', outcome: 'opted_out' })
  expect(await world.attemptsOf(next.id)).toEqual([])
})

test('a demo call that asks for no more calls leaves its number callable, and is not retried', async () => {
  const optOut = await world.makeDueCall({ isDemo: true, demoScenario: 'opt-out' })
  const missed = await world.makeDueCall({ isDemo: true, demoScenario: 'missed' })
  simulate(world)
  await world.pass(70)
  expect(await world.callById(optOut.id)).toMatchObject({ outcome: 'opted_out' })
  expect(await world.db.doNotCall.count()).toBe(0)
  expect(await world.callById(missed.id)).toMatchObject({ status: 'missed', dueAt: null })
})

test('a killed simulator goes on with its calls after the restart', async () => {
  const calls = [
    await world.makeDueCall({ demoScenario: 'promoter' }),
    await world.makeDueCall({ demoScenario: 'missed' }),
  ]
  const killed = createSimulator({ clock: world.clock, seed: 'life' })
  const dispatcher = world.startDispatcher(killed)
  await world.pass(4)
  await dispatcher.stop()
  await killed.close()
  world.abandon(dispatcher)
  await world.clock.advance(5000)
  const told = await world.statusesTold(calls[0]?.id ?? '')
  expect(told).not.toContain('completed')

  simulate(world)
  await world.settle()
  await world.pass(80)
  // How long it rings is up to chance; that each step is told once is not.
  expect(await world.statusesTold(calls[0]?.id ?? '')).toEqual([
    'placing',
    'ringing',
    'in_progress',
    'completed',
  ])
  expect(await Promise.all(calls.map(({ id }) => world.callById(id)))).toMatchObject([
    { status: 'completed', npsScore: 10, attemptCount: 1 },
    { status: 'missed', outcome: 'no_answer', attemptCount: 1 },
  ])
})
