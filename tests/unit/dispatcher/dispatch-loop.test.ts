import type { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  createDispatchLoop,
  type DispatchWork,
  type LoopOptions,
} from '../../../src/server/dispatcher/dispatch-loop.ts'
import { ManualClock } from '../../support/manual-clock.ts'

function createWorld(overrides: Partial<DispatchWork<string>> = {}, options: LoopOptions = {}) {
  const clock = new ManualClock('2026-11-20T17:00:00Z')
  const world = {
    clock,
    due: [] as string[],
    nextDueAt: null as Temporal.Instant | null,
    turns: 0,
    placed: [] as string[],
    errors: [] as string[],
  }
  const work: DispatchWork<string> = {
    async readDue() {
      world.turns += 1
      return { organizationIds: world.due.length > 0 ? ['org'] : [], nextDueAt: world.nextDueAt }
    },
    async claim(_organizationId, limit) {
      const attempts = world.due.splice(0, limit)
      return { attempts, hasMore: world.due.length > 0 }
    },
    async place(attempt) {
      world.placed.push(attempt)
    },
    chores: [],
    onError: (error, doing) => world.errors.push(`${doing}: ${String(error)}`),
    ...overrides,
  }
  return Object.assign(world, {
    loop: createDispatchLoop(clock, work, { random: () => 0, ...options }),
  })
}

test('what is due at the start is placed at once', async () => {
  const { loop, due, placed } = createWorld()
  due.push('a', 'b')
  loop.start()
  await loop.idle()
  expect(placed).toEqual(['a', 'b'])
  await loop.stop()
})

test('it looks each second, and sooner where a call falls due sooner', async () => {
  const world = createWorld()
  world.loop.start()
  await world.loop.idle()
  await world.clock.advance(999)
  await world.loop.idle()
  expect(world.turns).toBe(1)
  world.nextDueAt = world.clock.now().add({ milliseconds: 201 })
  await world.clock.advance(1)
  await world.loop.idle()
  await world.clock.advance(200)
  await world.loop.idle()
  expect(world.turns).toBe(3)
  await world.loop.stop()
})

test('wake-ups during a turn add one turn, not one each', async () => {
  const world = createWorld()
  world.loop.start()
  for (let times = 0; times < 10; times += 1) world.loop.wake()
  await world.loop.idle()
  expect(world.turns).toBe(2)
  await world.loop.stop()
})

test('a failure is told and the loop goes on', async () => {
  let failures = 2
  const world = createWorld({
    async readDue() {
      failures -= 1
      if (failures >= 0) throw new Error('no database')
      return { organizationIds: ['bad', 'good'], nextDueAt: null }
    },
    async claim(organizationId) {
      if (organizationId === 'bad') throw new Error('bad schedule')
      return { attempts: ['a'], hasMore: false }
    },
  })
  world.loop.start()
  await world.loop.idle()
  await world.clock.advance(1000)
  await world.loop.idle()
  expect(world.placed).toEqual([])
  await world.clock.advance(1000)
  await world.loop.idle()
  expect(world.placed).toEqual(['a'])
  expect(world.errors).toEqual([
    'turn: Error: no database',
    'turn: Error: no database',
    'claim: Error: bad schedule',
  ])
  await world.loop.stop()
})

test('no more placements are under way than allowed', async () => {
  const open: (() => void)[] = []
  let most = 0
  let underWay = 0
  const world = createWorld(
    {
      place: async () => {
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise<void>((resolve) => open.push(resolve))
        underWay -= 1
      },
    },
    { maxPlacements: 2 },
  )
  world.due.push('a', 'b', 'c', 'd', 'e')
  world.loop.start()
  for (let done = 0; done < 5; done += 1) {
    await expect.poll(() => open.length).toBeGreaterThan(0)
    open.shift()?.()
  }
  await world.loop.idle()
  expect(most).toBe(2)
  await world.loop.stop()
})

test('stopping waits for placements and claims nothing more', async () => {
  let finish: () => void = () => undefined
  const world = createWorld({
    place: (attempt) =>
      new Promise((resolve) => {
        finish = () => {
          world.placed.push(attempt)
          resolve()
        }
      }),
  })
  world.due.push('a')
  world.loop.start()
  await expect.poll(() => world.due.length).toBe(0)
  let isStopped = false
  const stopped = world.loop.stop().then(() => {
    isStopped = true
  })
  world.due.push('b')
  world.loop.wake()
  await world.clock.advance(10_000)
  expect(isStopped).toBe(false)
  finish()
  await stopped
  expect(world.placed).toEqual(['a'])
  expect(world.due).toEqual(['b'])
  expect(world.clock.nextTimerAt()).toBeNull()
})

test('chores run at the start and then in their own rhythm, never over themselves', async () => {
  let runs = 0
  let finish: () => void = () => undefined
  const chore = {
    everyMs: 5000,
    run: () =>
      new Promise<void>((resolve) => {
        runs += 1
        finish = resolve
      }),
  }
  const world = createWorld({ chores: [chore] })
  world.loop.start()
  await world.clock.advance(20_000)
  expect(runs).toBe(1)
  finish()
  await world.loop.idle()
  await world.clock.advance(5000)
  expect(runs).toBe(2)
  finish()
  await world.loop.stop()
})

test('no more is claimed than may wait to be sent, however many organizations have calls', async () => {
  const releases: (() => void)[] = []
  let claimed = 0
  const world = createWorld(
    {
      readDue: async () => ({ organizationIds: ['a', 'b', 'c'], nextDueAt: null }),
      async claim(_, limit) {
        claimed += limit
        return { attempts: Array<string>(limit).fill('call'), hasMore: claimed < 20 }
      },
      place: (_, onSent) =>
        new Promise((resolve) => {
          releases.push(() => {
            onSent()
            resolve()
          })
        }),
    },
    { maxUnsent: 4, maxPlacements: 100 },
  )
  world.loop.start()
  await new Promise((resolve) => setImmediate(resolve))
  expect(claimed).toBe(4)
  releases.shift()?.()
  await new Promise((resolve) => setImmediate(resolve))
  expect(claimed).toBe(5)
  const stopped = world.loop.stop()
  while (releases.length > 0) {
    releases.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await stopped
})

test('a claim that fails gives its room back', async () => {
  let failures = 3
  const world = createWorld(
    {
      async claim(_, limit) {
        failures -= 1
        if (failures >= 0) throw new Error('no database')
        return { attempts: world.due.splice(0, limit), hasMore: false }
      },
    },
    { maxUnsent: 1 },
  )
  world.due.push('a')
  world.loop.start()
  for (let turn = 0; turn < 3; turn += 1) {
    await world.loop.idle()
    await world.clock.advance(1000)
  }
  await world.loop.idle()
  expect(world.placed).toEqual(['a'])
  await world.loop.stop()
})

test('who waited for room while the loop was stopped claims nothing', async () => {
  const releases: (() => void)[] = []
  const claims: string[] = []
  const world = createWorld(
    {
      readDue: async () => ({ organizationIds: ['a', 'b'], nextDueAt: null }),
      async claim(organizationId, limit) {
        claims.push(organizationId)
        return { attempts: Array<string>(limit).fill('call'), hasMore: true }
      },
      place: () => new Promise((resolve) => releases.push(resolve)),
    },
    { maxUnsent: 2 },
  )
  world.loop.start()
  await new Promise((resolve) => setImmediate(resolve))
  expect(claims).toEqual(['a', 'b'])
  const stopped = world.loop.stop()
  for (const release of releases) release()
  await stopped
  expect(claims).toEqual(['a', 'b'])
})

test('the backlog of one organization lets another one have its turn', async () => {
  const claims: string[] = []
  const world = createWorld(
    {
      readDue: async () => ({ organizationIds: ['big', 'small'], nextDueAt: null }),
      async claim(organizationId) {
        claims.push(organizationId)
        return { attempts: [], hasMore: organizationId === 'big' && claims.length < 20 }
      },
    },
    { maxUnsent: 1 },
  )
  world.loop.start()
  await world.loop.idle()
  expect(claims.indexOf('small')).toBe(1)
  await world.loop.stop()
})

test('each server takes the organizations in an order of its own', async () => {
  const claimed: string[] = []
  const places = [0.7, 0.1, 0.4]
  const { loop } = createWorld(
    {
      readDue: async () => ({ organizationIds: ['a', 'b', 'c'], nextDueAt: null }),
      async claim(organizationId) {
        claimed.push(organizationId)
        return { attempts: [], hasMore: false }
      },
    },
    { organizationsAtOnce: 1, random: () => places.shift() ?? 0 },
  )
  loop.start()
  await loop.idle()
  expect(claimed).toEqual(['b', 'c', 'a'])
  await loop.stop()
})
