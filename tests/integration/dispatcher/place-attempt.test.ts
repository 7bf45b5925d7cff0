import type { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDispatcher } from '../../../src/server/dispatcher/dispatcher.ts'
import { createPlacer } from '../../../src/server/dispatcher/place-attempt.ts'
import { attemptNewsSchema } from '../../../src/server/domain/call.schema.ts'
import { clearToSend } from '../../../src/server/services/clear-to-send.ts'
import { type CallFeedback, PlacementRefused } from '../../../src/server/telephony/port.ts'
import { claimAttempts, claimOne, markSent } from '../../support/claim-attempts.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
let provider: ScriptedProvider
beforeEach(async () => {
  world = await createDispatchWorld()
  provider = new ScriptedProvider()
})
afterEach(() => world[Symbol.asyncDispose]())

const claim = () => claimAttempts(world, provider)
const words = async (callId: string) => {
  const [attempt] = await world.attemptsOf(callId)
  const history = attemptNewsSchema.array().parse(attempt?.history)
  return history.map(
    ({ source, event, applied }) => `${source}: ${event}${applied ? '' : ' (kept)'}`,
  )
}

test('a provider that never answers: one request, unknown within a minute', async () => {
  provider.onPlace = () => new Promise(() => undefined)
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await provider.whenAsked(1)
  await world.clock.advance(10_000)
  await world.pass(29)
  expect(await world.callById(call.id)).toMatchObject({ status: 'placing' })
  await world.pass(11)
  expect(await world.callById(call.id)).toMatchObject({
    status: 'unknown',
    outcome: 'unknown',
    dueAt: null,
  })
  for (let minutes = 0; minutes < 60; minutes += 5) {
    await world.clock.skip(5 * 60_000)
    await world.settle()
  }
  expect(provider.requests).toHaveLength(1)
  expect(await words(call.id)).toEqual(['we: claimed', 'we: sent', 'timeout: lost'])
})

test('a provider that breaks off: one request, looked up at once', async () => {
  provider.onPlace = async () => {
    throw new Error('socket hang up')
  }
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await world.settle()
  expect(provider.lookUps).toBe(1)
  await world.pass(60)
  expect(await world.callById(call.id)).toMatchObject({ status: 'unknown' })
  expect(provider.requests).toHaveLength(1)
})

test('a firm no is tried again when the schedule says', async () => {
  await world.saveSchedule({ retry: { provider_error: [5] } })
  provider.onPlace = async () => {
    throw new PlacementRefused('provider_error', 'The account is out of credit.')
  }
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await world.settle()
  expect(await world.callById(call.id)).toMatchObject({
    status: 'failed',
    outcome: 'provider_error',
    dueAt: new Date('2026-11-20T17:05:00Z'),
  })
  expect(await world.attemptsOf(call.id)).toMatchObject([
    { status: 'failed', errorMessage: 'The account is out of credit.' },
  ])
  await world.pass(299)
  expect(provider.requests).toHaveLength(1)
  await world.pass(2)
  expect(provider.requests).toHaveLength(2)
  expect(new Set(provider.requests.map(({ placementKey }) => placementKey)).size).toBe(2)
})

test('the answer is lost, a callback names the line', async () => {
  provider.onPlace = () => new Promise(() => undefined)
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await provider.whenAsked(1)
  const { placementKey } = provider.requests[0] ?? { placementKey: '' }
  const news = { placementKey, providerCallId: 'line-7', source: 'callback' as const }
  await provider.tell({ ...news, at: world.clock.now(), type: 'ringing' })
  expect(await world.attemptsOf(call.id)).toMatchObject([
    { status: 'ringing', providerCallId: 'line-7' },
  ])
  provider.onLookUp = async () => ({ found: true, providerCallId: 'line-7', latest: null })
  await world.clock.advance(10_000)
  await world.pass(120, 5)
  expect(provider.lookUps).toBeLessThan(8)
  expect(await world.callById(call.id)).toMatchObject({ status: 'ringing' })
  const ended = { type: 'ended', outcome: 'answered', talkSec: 40, feedback: null } as const
  await provider.tell({ ...news, ...ended, at: world.clock.now() })
  expect(await world.callById(call.id)).toMatchObject({ status: 'completed', durationSec: 40 })
  expect(provider.requests).toHaveLength(1)
})

test('the answer is lost, a look-up finds the line', async () => {
  provider.onPlace = async () => {
    throw new Error('socket hang up')
  }
  provider.onLookUp = async ({ placementKey }) => ({
    found: true,
    providerCallId: 'line-7',
    latest: {
      placementKey,
      providerCallId: 'line-7',
      at: world.clock.now(),
      source: 'look_up',
      type: 'answered',
    },
  })
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await world.pass(90)
  expect(await world.callById(call.id)).toMatchObject({ status: 'in_progress' })
  expect(await words(call.id)).toEqual([
    'we: claimed',
    'we: sent',
    'look_up: accepted',
    'look_up: answered',
  ])
})

/** No text of the database may hold this character. */
const unwritable: CallFeedback = {
  npsScore: 9,
  rating: null,
  callReason: null,
  feedbackSummary: 'Kind\u0000',
  overallFeedback: null,
  positiveMentions: [],
  areasToImprove: [],
  tags: [],
  transcript: null,
  evidence: [],
  analysis: null,
  recording: null,
}

test('an end that can never be written down keeps no line: the call is in doubt', async () => {
  provider.onLookUp = async ({ placementKey }) => ({
    found: true,
    providerCallId: provider.idOf(placementKey),
    latest: {
      placementKey,
      providerCallId: provider.idOf(placementKey),
      at: world.clock.now(),
      source: 'look_up',
      type: 'ended',
      outcome: 'answered',
      talkSec: 40,
      feedback: unwritable,
    },
  })
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await world.pass(60)
  expect(await world.callById(call.id)).toMatchObject({ status: 'unknown', attemptCount: 1 })
  expect((await words(call.id)).at(-1)).toBe('timeout: lost')
})

test('a late answer still says where to look', async () => {
  let accept: (accepted: { providerCallId: string }) => void = () => undefined
  provider.onPlace = () =>
    new Promise((resolve) => {
      accept = resolve
    })
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await provider.whenAsked(1)
  await world.clock.advance(10_000)
  await world.settle()
  accept({ providerCallId: 'line-7' })
  await expect.poll(async () => (await world.attemptsOf(call.id))[0]?.providerCallId).toBe('line-7')
})

test('a provider that names two lines for one attempt: the first counts', async () => {
  let accept: (accepted: { providerCallId: string }) => void = () => undefined
  provider.onPlace = () =>
    new Promise((resolve) => {
      accept = resolve
    })
  const call = await world.makeDueCall()
  world.startDispatcher(provider)
  await provider.whenAsked(1)
  const { placementKey } = provider.requests[0] ?? { placementKey: '' }
  const at = world.clock.now()
  const news = { placementKey, providerCallId: 'line-7', at, source: 'callback' as const }
  await provider.tell({ ...news, type: 'ringing' })
  accept({ providerCallId: 'line-8' })
  await world.settle()
  expect(await world.attemptsOf(call.id)).toMatchObject([
    { providerCallId: 'line-7', acceptedAt: null },
  ])
  expect((await words(call.id)).at(-1)).toBe('we: accepted (kept)')
})

test('killed between claim and answer: the next server asks, never sends', async () => {
  const call = await world.makeDueCall()
  const attempts = await claim()
  // The request went out; the process died before the answer was written down.
  await markSent(world, provider, attempts)
  for (const { request } of attempts) await provider.place(request, new AbortController().signal)

  world.startDispatcher(provider)
  await world.pass(60)
  expect(await world.callById(call.id)).toMatchObject({ status: 'unknown', attemptCount: 1 })
  expect(provider.requests).toHaveLength(1)

  // The provider's late word ends the doubt.
  const [attempt] = await world.attemptsOf(call.id)
  await provider.tell({
    placementKey: attempt?.placementKey ?? '',
    providerCallId: 'line-7',
    at: world.clock.now(),
    source: 'callback',
    type: 'ended',
    outcome: 'answered',
    talkSec: 30,
    feedback: null,
  })
  expect(await world.callById(call.id)).toMatchObject({ status: 'completed' })
})

test('what an earlier server left is asked about before anything is claimed', async () => {
  await world.makeDueCall()
  const attempts = await claim()
  const deps = world.depsWith(provider)
  await markSent(world, provider, attempts)
  await world.clock.advance(1)
  await world.makeDueCall()
  const happened: string[] = []
  provider.onLookUp = async () => {
    // Far longer than a claim would take, which asks a dozen times.
    for (let asked = 0; asked < 500; asked += 1) await world.db.$queryRaw`select 1`
    happened.push('answered')
    return { found: false }
  }
  const dispatcher = createDispatcher(deps, {
    reach: (point) => point === 'claiming' && happened.push(point),
  })
  dispatcher.start()
  await dispatcher.idle()
  await dispatcher.stop()
  expect(happened).toEqual(['answered', 'claiming'])
})

test('a server that was stopped for too long after its claim sends nothing', async () => {
  const call = await world.makeDueCall()
  const attempts = await claim()
  await world.clock.advance(11_000)
  const place = createPlacer(world.depsWith(provider))
  for (const attempt of attempts) await place(attempt)
  expect(provider.requests).toEqual([])
  expect(await world.callById(call.id)).toMatchObject({ status: 'failed' })
})

test.each([
  [1000, 1],
  [1001, 0],
])('an answer %i ms old that the call may be placed sends %i requests', async (ms, sent) => {
  const call = await world.makeDueCall()
  const attempts = await claim()
  const reach = (point: string) => {
    if (point === 'cleared') void world.clock.advance(ms)
  }
  const place = createPlacer(world.depsWith(provider), { reach })
  for (const attempt of attempts) await place(attempt)
  expect(provider.requests).toHaveLength(sent)
  if (sent === 0) expect(await world.callById(call.id)).toMatchObject({ status: 'failed' })
})

test('who is answered too late asks again, and sends once', async () => {
  const call = await world.makeDueCall()
  const attempts = await claim()
  let passes = 0
  const reach = (point: string) => {
    if (point === 'cleared' && passes++ === 0) void world.clock.advance(1001)
  }
  for (const attempt of attempts) await createPlacer(world.depsWith(provider), { reach })(attempt)
  expect(passes).toBe(2)
  expect(provider.requests).toHaveLength(1)
  expect(await words(call.id)).toEqual(['we: claimed', 'we: sent', 'we: accepted'])
})

test('asks again as nobody else, and in vain once the customer has opted out', async () => {
  const call = await world.makeDueCall()
  const deps = world.depsWith(provider)
  const attempt = await claimOne(world, provider)
  const ask = async (clearedAt: Temporal.Instant | null) =>
    (await clearToSend(deps, [{ attempt, clearedAt }]))[0]
  const first = (await ask(null))?.clearedAt ?? null
  await world.clock.advance(1001)
  const lost = { clearedAt: null, because: 'lost' }
  expect(await ask(null)).toEqual(lost)
  expect(await ask(world.clock.now())).toEqual(lost)
  const second = (await ask(first))?.clearedAt ?? null
  expect(second?.toString()).toBe(world.clock.now().toString())
  const { organizationId } = world
  await world.db.doNotCall.create({ data: { organizationId, phoneNumber: call.phoneNumber } })
  expect(await ask(second)).toEqual({ clearedAt: null, because: 'opted_out' })
})

test('a stopping dispatcher first writes down what it has placed', async () => {
  let accept: () => void = () => undefined
  provider.onPlace = ({ placementKey }) =>
    new Promise((resolve) => {
      accept = () => resolve({ providerCallId: provider.idOf(placementKey) })
    })
  const call = await world.makeDueCall()
  const dispatcher = world.startDispatcher(provider)
  await provider.whenAsked(1)
  const stopped = dispatcher.stop()
  await world.makeDueCall()
  accept()
  await stopped
  expect(await world.attemptsOf(call.id)).toMatchObject([
    { providerCallId: provider.idOf(provider.requests[0]?.placementKey ?? '') },
  ])
  await world.clock.advance(5000)
  expect(provider.requests).toHaveLength(1)
})
