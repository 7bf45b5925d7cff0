import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { ProviderEvent } from '../../../src/server/telephony/port.ts'
import { createSimulator } from '../../../src/server/telephony/simulator/simulator.ts'
import { ManualClock } from '../../support/manual-clock.ts'

const start = '2026-11-20T17:00:00Z'
const signal = new AbortController().signal

function listen(clock: ManualClock, speed = 1) {
  const simulator = createSimulator({ clock, seed: 'test', speed })
  const events: ProviderEvent[] = []
  simulator.onEvent(async (event) => {
    events.push(event)
  })
  return { simulator, events, types: () => events.map(({ type }) => type) }
}

const request = (scenario: string, placementKey = 'key-1') => ({
  placementKey,
  phoneNumber: '+14695550119',
  ringTimeoutSec: 25,
  isDemo: false,
  scenario,
})

const asked = {
  placementKey: 'key-1',
  provider: 'simulator',
  phoneNumber: '+14695550119',
  requestedAt: Temporal.Instant.from(start),
}

test('an answered call is told step by step, with what was said at its end', async () => {
  const clock = new ManualClock(start)
  const { simulator, events, types } = listen(clock)
  const { providerCallId } = await simulator.place(request('promoter'), signal)
  expect(types()).toEqual([])
  await clock.advance(3000)
  expect(types()).toEqual(['ringing'])
  await clock.advance(6000)
  expect(types()).toEqual(['ringing', 'answered'])
  await clock.advance(50_000)
  expect(events.at(-1)).toMatchObject({
    type: 'ended',
    placementKey: 'key-1',
    providerCallId,
    source: 'callback',
    outcome: 'answered',
    talkSec: 49,
    feedback: {
      npsScore: 10,
      recording: { storageKey: 'bundled/en-delighted-same-day.mp3', durationMs: 48_792 },
    },
  })
})

test('speed shortens the wait and not the length of the talk', async () => {
  const clock = new ManualClock(start)
  const { simulator, events } = listen(clock, 60)
  await simulator.place(request('promoter'), signal)
  await clock.advance(1000)
  expect(events.at(-1)).toMatchObject({ type: 'ended', talkSec: 49 })
})

test('asked twice with one key it rings once', async () => {
  const clock = new ManualClock(start)
  const { simulator, types } = listen(clock)
  const first = await simulator.place(request('busy'), signal)
  await clock.advance(100)
  expect(await simulator.place(request('busy'), signal)).toEqual(first)
  await clock.advance(60_000)
  expect(types()).toEqual(['ended'])
})

test('a new simulator goes on with a call from its id alone', async () => {
  const clock = new ManualClock(start)
  const before = listen(clock)
  const { providerCallId } = await before.simulator.place(request('promoter'), signal)
  await clock.advance(4000)
  await before.simulator.close()

  const after = listen(clock)
  const attempt = { ...asked, providerCallId }
  expect(await after.simulator.lookUp(attempt)).toMatchObject({
    found: true,
    latest: { type: 'ringing', source: 'look_up' },
  })
  await after.simulator.lookUp(attempt)
  await clock.advance(60_000)
  expect(before.types()).toEqual(['ringing'])
  expect(after.types()).toEqual(['answered', 'ended'])
  expect(await after.simulator.lookUp(attempt)).toMatchObject({ latest: { type: 'ended' } })
})

test('without an id only the process that accepted the call knows it', async () => {
  const clock = new ManualClock(start)
  const { simulator } = listen(clock)
  await simulator.place(request('busy'), signal)
  const attempt = { ...asked, providerCallId: null }
  expect(await simulator.lookUp(attempt)).toMatchObject({ found: true, latest: null })
  expect(await listen(clock).simulator.lookUp(attempt)).toEqual({ found: false })
})

test('hanging up ends the call at once, with the seconds that were talked', async () => {
  const clock = new ManualClock(start)
  const { simulator, events } = listen(clock)
  const talking = await simulator.place(request('promoter'), signal)
  await clock.advance(20_000)
  await simulator.hangUp(talking.providerCallId)
  await simulator.hangUp(talking.providerCallId)
  const answered = events.find(({ type }) => type === 'answered')
  const talkedMs = clock.now().epochMilliseconds - (answered?.at.epochMilliseconds ?? 0)
  expect(events.at(-1)).toMatchObject({
    type: 'ended',
    outcome: 'answered',
    talkSec: Math.round(talkedMs / 1000),
    feedback: null,
  })
  const ringing = await simulator.place(request('missed', 'key-2'), signal)
  await clock.advance(4000)
  await simulator.hangUp(ringing.providerCallId)
  await clock.advance(60_000)
  expect(events.filter(({ type }) => type === 'ended')).toMatchObject([
    { placementKey: 'key-1' },
    { placementKey: 'key-2', outcome: 'no_answer', talkSec: null },
  ])
})

test('news that could not be taken are brought again, in their order', async () => {
  const clock = new ManualClock(start)
  const simulator = createSimulator({ clock, seed: 'test', speed: 60 })
  const taken: string[] = []
  let refusals = 2
  simulator.onEvent(async ({ type }) => {
    if (refusals > 0) {
      refusals -= 1
      throw new Error('The database is away.')
    }
    taken.push(type)
  })
  await simulator.place(request('promoter'), signal)
  await clock.advance(900)
  expect(taken).toEqual([])
  await clock.advance(60_000)
  expect(taken).toEqual(['ringing', 'answered', 'ended'])
})

test('a closed simulator is silent', async () => {
  const clock = new ManualClock(start)
  const { simulator, types } = listen(clock)
  await simulator.place(request('promoter'), signal)
  await simulator.close()
  await clock.advance(60_000)
  expect(types()).toEqual([])
  expect(clock.nextTimerAt()).toBeNull()
})

test('a call that is over before it could be followed is told all the same', async () => {
  const clock = new ManualClock(start)
  let readings = 0
  // Each look at the clock takes half a minute, as on a machine that has too much to do.
  const slow = {
    now: () => clock.now().add({ seconds: 30 * readings++ }),
    after: (ms: number, run: () => void) => clock.after(ms, run),
  }
  const simulator = createSimulator({ clock: slow, seed: 'test' })
  const types: string[] = []
  simulator.onEvent(async ({ type }) => {
    types.push(type)
  })
  await simulator.place(request('promoter'), signal)
  await clock.advance(1)
  expect(types).toEqual(['ringing', 'answered', 'ended'])
})
