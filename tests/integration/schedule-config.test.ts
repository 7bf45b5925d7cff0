import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scheduleConfigSchema } from '../../src/server/domain/schedule-config.schema.ts'
import { previewSchedule } from '../../src/server/services/preview-schedule.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

/** Friday noon in New York; the usual hours there end at 18:00. */
let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let organizationId: string
let caller: Awaited<ReturnType<AppWorld['callerOf']>>
beforeEach(async () => {
  organizationId = (await makeOrganization(world.db)).id
  caller = await world.callerOf(organizationId)
})

const timeZone = 'America/New_York'
const usual = scheduleConfigSchema.parse({ timeZone })
const mondays = scheduleConfigSchema.parse({
  timeZone,
  weekly: { monday: [{ start: '09:00', end: '18:00' }] },
})
let phones = 0
const make = (overrides: Parameters<typeof makeCall>[2] = {}) => {
  phones += 1
  const record = { customerPhone: `+1202555${String(phones).padStart(4, '0')}` }
  return makeCall(world.db, organizationId, { record, ...overrides })
}

describe('preview', () => {
  test('tells which calls move, which will expire, and changes nothing', async () => {
    const moving = await make()
    const expiring = await make({ expiresAt: new Date('2026-11-21T15:00:00Z') })
    const other = await makeOrganization(world.db)
    await makeCall(world.db, other.id)
    const result = await resultOf(await caller.scheduleConfig.preview({ config: mondays }))

    const monday = { kind: 'placed', at: '2026-11-23T14:00:00.000Z' }
    const today = { kind: 'placed', at: '2026-11-20T17:00:00.000Z' }
    expect(result).toEqual({
      counts: {
        waiting: 2,
        earlier: 0,
        later: 1,
        lost: 1,
        won: 0,
        expiringBefore: 0,
        expiringAfter: 1,
        heldAfter: 0,
        pausedAfter: 0,
      },
      moved: [
        {
          callId: expiring.id,
          customerName: 'Diego Okafor',
          move: 'lost',
          before: today,
          after: { kind: 'expires' },
        },
        {
          callId: moving.id,
          customerName: 'Diego Okafor',
          move: 'later',
          before: today,
          after: monday,
        },
      ],
      hours: [
        { startsAt: '2026-11-20T17:00:00.000Z', before: 2, after: 0 },
        { startsAt: '2026-11-23T14:00:00.000Z', before: 0, after: 1 },
      ],
      clockChanges: [],
      warnings: [],
    })
    expect(await world.db.call.count({ where: { organizationId, version: 1 } })).toBe(2)
    expect(await world.db.scheduleConfig.count({ where: { organizationId } })).toBe(0)
  })

  test('refuses a schedule that could not be saved', async () => {
    const config = { ...usual, holidays: { country: 'XX' } }
    await expect(caller.scheduleConfig.preview({ config })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  test('tells how far it is, the reading of the queue included', async () => {
    await make()
    const { signal } = new AbortController()
    const input = { organizationId, config: mondays, callSec: 90, signal }
    const told: (number | string)[] = []
    for await (const message of previewSchedule(world.deps, input)) {
      told.push(message.type === 'progress' ? message.share : message.type)
    }
    expect(told).toEqual([0, 0.5, 1, 'result'])
  })

  test('stops when nobody waits for it any more', async () => {
    await make()
    const aborter = new AbortController()
    const { signal } = aborter
    const input = { organizationId, config: mondays, callSec: 90, signal }
    const messages = previewSchedule(world.deps, input)
    expect((await messages.next()).value).toMatchObject({ type: 'progress' })
    aborter.abort()
    await expect(messages.next()).resolves.toEqual({ done: true, value: undefined })
  })
})

test('forecast names the calls that expire before their turn', async () => {
  await caller.scheduleConfig.update({ config: mondays })
  await make({ dueAt: new Date('2026-11-23T14:00:00Z') })
  const expiresAt = new Date('2026-11-22T15:00:00Z')
  const late = await make({ dueAt: new Date('2026-11-20T17:00:00Z'), expiresAt })
  const zone = { customerPhone: '+9990000000', customerTimeZone: null }
  await make({ dueAt: new Date('2026-11-20T17:00:00Z'), record: zone })
  expect(await caller.scheduleConfig.forecast()).toEqual({
    waiting: 3,
    unreachableCount: 1,
    heldCount: 1,
    pausedCount: 0,
    unreachable: [
      { callId: late.id, customerName: 'Diego Okafor', expiresAt: expiresAt.toISOString() },
    ],
  })
})

describe('history', () => {
  test('says who changed what, and an older version comes back as a new one', async () => {
    await caller.scheduleConfig.update({ config: { ...usual, maxActiveCalls: 5 } })
    await caller.scheduleConfig.update({ config: { ...mondays, maxActiveCalls: 5 } })
    const history = await caller.scheduleConfig.history({})
    expect(history).toMatchObject([
      {
        version: 2,
        savedBy: 'Robin',
        changes: [
          { part: 'Tuesday', before: '09:00–18:00', after: 'closed' },
          { part: 'Wednesday' },
          { part: 'Thursday' },
          { part: 'Friday' },
          { part: 'Saturday', before: '10:00–14:00', after: 'closed' },
        ],
      },
      { version: 1, changes: [{ part: 'Calls at a time', before: '3', after: '5' }] },
    ])

    const restored = await caller.scheduleConfig.restore({ version: 1, expectedVersion: 2 })
    expect(restored).toMatchObject({ version: 3, config: history[1]?.config })
    expect(await caller.scheduleConfig.get()).toEqual(restored)
    const older = await caller.scheduleConfig.history({ beforeVersion: 2, limit: 1 })
    expect(older).toEqual([history[1]])
  })

  test('restores neither over a newer version nor what never was or is another’s', async () => {
    await caller.scheduleConfig.update({ config: usual })
    await caller.scheduleConfig.update({ config: mondays })
    const restore = caller.scheduleConfig.restore
    await expect(restore({ version: 1, expectedVersion: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(restore({ version: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const stranger = await world.callerOf((await makeOrganization(world.db)).id)
    await expect(stranger.scheduleConfig.restore({ version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await stranger.scheduleConfig.history({})).toEqual([])
  })
})

async function resultOf(messages: AsyncIterable<{ type: string; result?: unknown }>) {
  let result: unknown
  for await (const message of messages) if (message.type === 'result') result = message.result
  return result
}
