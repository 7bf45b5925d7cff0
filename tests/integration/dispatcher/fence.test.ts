import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../../src/server/deps.ts'
import { createPlacer } from '../../../src/server/dispatcher/place-attempt.ts'
import { askAboutDoubts, recoverAttempts } from '../../../src/server/services/recover-attempts.ts'
import { PlacementRefused } from '../../../src/server/telephony/port.ts'
import { claimAttempts, claimOne, markSent } from '../../support/claim-attempts.ts'
import {
  createDispatchWorld,
  type DispatchWorld,
  FRIDAY_NOON,
} from '../../support/dispatch-world.ts'
import { ManualClock } from '../../support/manual-clock.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
let provider: ScriptedProvider
beforeEach(async () => {
  world = await createDispatchWorld()
  provider = new ScriptedProvider()
})
afterEach(() => world[Symbol.asyncDispose]())

/** A database whose statements fail while `isDown` says so. */
function unreliable(db: Deps['db'], isDown: () => boolean): Deps['db'] {
  return new Proxy(db, {
    get(target, name) {
      if (isDown()) throw new Error('The database is gone.')
      return Reflect.get(target, name)
    },
  })
}

test('a server that is stopped between the fence and the request sends nothing', async () => {
  const call = await world.makeDueCall()
  const attempt = await claimOne(world, provider)
  const placed = createPlacer(world.depsWith(provider))(attempt)
  await world.clock.advance(11_000)
  await placed
  expect(provider.requests).toEqual([])
  expect(await world.attemptsOf(call.id)).toMatchObject([
    { status: 'failed', outcome: 'provider_error' },
  ])
})

test('an attempt that others have given up is not sent, whatever the clock says', async () => {
  const call = await world.makeDueCall()
  const attempt = await claimOne(world, provider)
  await world.clock.advance(46_000)
  await recoverAttempts(world.depsWith(provider), 'silent')
  const deps = { ...world.depsWith(provider), clock: new ManualClock(FRIDAY_NOON) }
  await createPlacer(deps)(attempt)
  expect(provider.requests).toEqual([])
  expect(await world.callById(call.id)).toMatchObject({ status: 'failed' })
})

test('a server that died before it sent leaves no doubt: the call is tried again', async () => {
  await world.saveSchedule({ retry: { provider_error: [5] } })
  const call = await world.makeDueCall()
  await claimOne(world, provider)
  await world.clock.advance(46_000)
  await recoverAttempts(world.depsWith(provider), 'silent')
  expect(provider.lookUps).toBe(0)
  const dueAt = new Date(world.clock.now().epochMilliseconds + 300_000)
  expect(await world.callById(call.id)).toMatchObject({ status: 'failed', dueAt })
  await world.clock.advance(300_000)
  expect(await claimOne(world, provider)).toMatchObject({ callId: call.id, number: 2 })
})

test('a database that fails at the fence leaves no doubt either', async () => {
  const call = await world.makeDueCall()
  const attempt = await claimOne(world, provider)
  let left = 1
  const deps = world.depsWith(provider)
  const db = unreliable(deps.db, () => left-- > 0)
  await createPlacer({ ...deps, db })(attempt)
  expect(provider.requests).toEqual([])
  expect(await world.attemptsOf(call.id)).toMatchObject([
    { status: 'failed', errorMessage: expect.stringContaining('not sent') },
  ])
})

test('leave that was given to several, and whose answer was lost, leaves no doubt', async () => {
  const calls = [await world.makeDueCall(), await world.makeDueCall()]
  const deps = world.depsWith(provider)
  const attempts = await claimAttempts(world, provider)
  let answersLost = 0
  const db: Deps['db'] = new Proxy(deps.db, {
    get(target, name) {
      if (name !== '$queryRaw' || answersLost > 0) return Reflect.get(target, name)
      return async (...query: Parameters<Deps['db']['$queryRaw']>) => {
        answersLost += 1
        await target.$queryRaw(...query)
        throw new Error('The connection broke off.')
      }
    },
  })
  const place = createPlacer({ ...deps, db })
  await Promise.all(attempts.map((attempt) => place(attempt)))
  expect(answersLost).toBe(1)
  expect(provider.requests).toEqual([])
  for (const call of calls) {
    expect(await world.attemptsOf(call.id)).toMatchObject([
      {
        status: 'failed',
        sentAt: expect.any(Date),
        errorMessage: expect.stringContaining('not sent'),
      },
    ])
  }
})

test('a late refusal that cannot be written down ends nothing else', async () => {
  await world.makeDueCall()
  const attempt = await claimOne(world, provider)
  let refuse: () => void = () => undefined
  provider.onPlace = () =>
    new Promise((_, reject) => {
      refuse = () => reject(new PlacementRefused('provider_error', 'No credit.'))
    })
  let isDown = false
  const deps = world.depsWith(provider)
  const placed = createPlacer({ ...deps, db: unreliable(deps.db, () => isDown) })(attempt)
  await provider.whenAsked(1)
  await world.clock.advance(10_000)
  await placed
  isDown = true
  // Unheard, the failure to write would end the process, and this test.
  refuse()
  await new Promise((resolve) => setImmediate(resolve))
})

test('two servers that give the same attempt up do it once', async () => {
  provider.onPlace = async () => {
    throw new Error('socket hang up')
  }
  const call = await world.makeDueCall()
  await createPlacer(world.depsWith(provider))(await claimOne(world, provider))
  await world.clock.advance(46_000)
  const deps = world.depsWith(provider)
  await Promise.all([1, 2, 3].map(() => recoverAttempts(deps, 'silent')))
  expect(await world.statusesTold(call.id)).toEqual(['placing', 'unknown'])
})

/** Calls whose requests went out, and of which nothing was heard for long enough to give them up. */
async function sendIntoSilence(count: number) {
  await world.saveSchedule({ maxActiveCalls: 100, maxPerMinute: 1000 })
  await Promise.all(Array.from({ length: count }, () => world.makeDueCall()))
  await markSent(world, provider, await claimAttempts(world, provider, count))
  await world.clock.advance(46_000)
  await recoverAttempts(world.depsWith(provider), 'silent')
  expect(await world.db.call.count({ where: { status: 'unknown' } })).toBe(count)
}

test('a provider that is away holds no round of many doubts up', async () => {
  provider.onLookUp = async () => {
    throw new Error('The provider is away.')
  }
  await sendIntoSilence(24)
  // A wait of five seconds for each would be far more than a minute of many.
  expect(provider.lookUps).toBeLessThan(24)
})

test('doubts that nobody can end do not hold back the question about others', async () => {
  await sendIntoSilence(3)
  const asked = new Set<string>()
  provider.onLookUp = async ({ placementKey }) => {
    asked.add(placementKey)
    return { found: false }
  }
  for (let round = 1; round <= 2; round += 1) await askAboutDoubts(world.depsWith(provider), 2)
  expect(asked.size).toBe(3)
})

test('a doubt goes on being asked about, and the provider that is back ends it', async () => {
  provider.onPlace = async () => {
    throw new Error('socket hang up')
  }
  const call = await world.makeDueCall()
  const deps = world.depsWith(provider)
  await createPlacer(deps)(await claimOne(world, provider))
  await world.clock.advance(46_000)
  await recoverAttempts(deps, 'silent')
  expect(await world.callById(call.id)).toMatchObject({ status: 'unknown' })
  provider.onLookUp = async ({ placementKey }) => ({
    found: true,
    providerCallId: 'line-7',
    latest: {
      placementKey,
      providerCallId: 'line-7',
      at: world.clock.now(),
      source: 'look_up',
      type: 'ended',
      outcome: 'busy',
      talkSec: null,
      feedback: null,
    },
  })
  expect(await askAboutDoubts(deps)).toBe(1)
  expect(await world.callById(call.id)).toMatchObject({ status: 'missed', outcome: 'busy' })
  expect(await askAboutDoubts(deps)).toBe(0)
})

test.each([
  ['line', false, 120],
  ['line of the demo', true, 15],
])(
  'a %s that its provider calls open for ever is hung up, then given up',
  async (_, isDemo, most) => {
    const hungUp: string[] = []
    provider.hangUp = async (providerCallId) => void hungUp.push(providerCallId)
    provider.onLookUp = async ({ placementKey }) => ({
      found: true,
      providerCallId: provider.idOf(placementKey),
      latest: {
        placementKey,
        providerCallId: provider.idOf(placementKey),
        at: world.clock.now(),
        source: 'look_up',
        type: 'answered',
      },
    })
    const call = await world.makeDueCall()
    const deps = world.depsWith(provider)
    await createPlacer(deps)(await claimOne(world, provider))
    await world.db.call.updateMany({ data: { isDemo } })
    const look = async (minutes: number) => {
      const requestedAt = new Date(world.clock.now().epochMilliseconds - minutes * 60_000)
      await world.db.callAttempt.updateMany({ data: { requestedAt } })
      await recoverAttempts(deps, { claimedBefore: world.clock.now() })
      return (await world.callById(call.id)).status
    }
    expect(await look(most - 1)).toBe('in_progress')
    expect(hungUp).toEqual([])
    // Whoever looks for the first time after long, as a server that was away, hangs up all the same.
    await world.clock.advance(2 * 60_000)
    expect(await look(most + 1)).toBe('in_progress')
    expect(hungUp).toHaveLength(1)
    provider.hangUp = async () => {
      throw new Error('The provider is away.')
    }
    expect(await look(most + 2)).toBe('unknown')
  },
)

test.each([
  ['ringing', 5, 'ringing'],
  ['answered', 5, 'in_progress'],
  // It was given up for that very reason.
  ['ringing', 15, 'unknown'],
] as const)(
  'a line in doubt that is found %s after %i minutes is %s',
  async (type, minutes, status) => {
    provider.onPlace = async () => {
      throw new Error('socket hang up')
    }
    const call = await world.makeDueCall()
    const deps = world.depsWith(provider)
    await createPlacer(deps)(await claimOne(world, provider))
    await world.clock.advance(46_000)
    await recoverAttempts(deps, 'silent')
    expect(await world.callById(call.id)).toMatchObject({ status: 'unknown' })
    await world.clock.advance(minutes * 60_000)
    provider.onLookUp = async ({ placementKey }) => ({
      found: true,
      providerCallId: 'line-7',
      latest: {
        placementKey,
        providerCallId: 'line-7',
        at: world.clock.now(),
        source: 'look_up',
        type,
      },
    })
    await askAboutDoubts(deps)
    const isOpen = status !== 'unknown'
    expect(await world.callById(call.id)).toMatchObject({
      status,
      outcome: isOpen ? null : 'unknown',
      ...(isOpen && { endTime: null }),
    })
    const [attempt] = await world.attemptsOf(call.id)
    expect(attempt).toMatchObject({ status, outcome: isOpen ? null : 'unknown' })
    expect(attempt?.endedAt === null).toBe(isOpen)
  },
)
