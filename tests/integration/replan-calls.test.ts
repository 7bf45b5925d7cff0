import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { insertHistory } from '../../src/server/db/insert-history.ts'
import {
  markReplanned,
  oweReplan,
  readOwedReplans,
} from '../../src/server/db/schedule-config-row.ts'
import { scheduleConfigSchema } from '../../src/server/domain/schedule-config.schema.ts'
import { releaseHeldCalls } from '../../src/server/services/release-held-calls.ts'
import { beginReplan, replanOwedCalls } from '../../src/server/services/replan-calls.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { createDispatchWorld } from '../support/dispatch-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { ScriptedProvider } from '../support/scripted-provider.ts'

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
const parse = scheduleConfigSchema.parse
const monday9 = new Date('2026-11-23T14:00:00Z')
const callById = (id: string) => world.db.call.findUniqueOrThrow({ where: { id } })

test('widened hours let out at once what had been put off, and the feed says so', async () => {
  const made = await makeCall(world.db, organizationId, {
    dueAt: monday9,
    notBefore: new Date('2026-11-20T15:00:00Z'),
  })
  await caller.scheduleConfig.update({ config: parse({ timeZone }) })

  const call = await callById(made.id)
  expect(call).toMatchObject({ dueAt: new Date('2026-11-20T17:00:00Z'), version: 2 })
  expect(call.notBefore).toEqual(made.notBefore)
  const events = await world.db.feedEvent.findMany({ where: { organizationId } })
  expect(events).toHaveLength(1)
  expect(events[0]?.payload).toMatchObject({ call: { dueAt: '2026-11-20T17:00:00.000Z' } })
  expect(world.announced).toContain(organizationId)
})

test('calls move later, are held and are released with the schedule, and demo calls stay', async () => {
  const record = { customerPhone: '+12025550101' }
  const waiting = await makeCall(world.db, organizationId, { record })
  const short = await makeCall(world.db, organizationId, {
    record: { customerPhone: '+12025550102' },
    expiresAt: new Date('2026-11-21T15:00:00Z'),
  })
  const demo = await makeCall(world.db, organizationId, { isDemo: true })
  const mondays = parse({ timeZone, weekly: { monday: [{ start: '09:00', end: '18:00' }] } })
  await caller.scheduleConfig.update({ config: mondays })
  expect(await callById(waiting.id)).toMatchObject({ dueAt: monday9, status: 'ready' })
  expect((await callById(short.id)).heldReason).toMatch(/^Closed until Mon 23 Nov 09:00/)
  expect(await callById(demo.id)).toMatchObject({ dueAt: demo.dueAt, version: 1 })

  await caller.scheduleConfig.update({ config: parse({ timeZone }) })
  expect(await callById(short.id)).toMatchObject({ heldReason: null, version: 3 })
  expect((await callById(waiting.id)).dueAt).toEqual(new Date('2026-11-20T17:00:00Z'))
})

test('a retry whose new delay ends after its expiry is held, and not let go by its old plan', async () => {
  const { id } = await makeCall(world.db, organizationId, {
    status: 'missed',
    outcome: 'busy',
    attemptCount: 1,
    endTime: new Date('2026-11-20T16:30:00Z'),
    dueAt: new Date('2026-11-20T16:45:00Z'),
    expiresAt: new Date('2026-11-20T17:20:00Z'),
  })
  await caller.scheduleConfig.update({ config: parse({ timeZone, retry: { busy: [60] } }) })
  await releaseHeldCalls({ ...world.deps, db: world.deps.systemDb })
  expect((await callById(id)).heldReason).toMatch(/^Due Fri 20 Nov 12:30. Expires Fri 20 Nov 12:20/)
  // Nor is that promised, though the time of the old plan is over.
  const { gates, releasedBy } = await caller.calls.whyNotNow({ id })
  expect(gates.filter(({ pass }) => !pass).map(({ name }) => name)).toEqual(['due'])
  expect(releasedBy).toBeNull()

  await caller.scheduleConfig.update({ config: parse({ timeZone }) })
  expect(await callById(id)).toMatchObject({ heldReason: null })
})

test('a call made by the schedule remembers what was wished for, not what was allowed', async () => {
  const mondays = parse({ timeZone, weekly: { monday: [{ start: '09:00', end: '18:00' }] } })
  await caller.scheduleConfig.update({ config: mondays })
  const { serviceRecord } = await caller.serviceRecords.create({
    externalId: 'RO-1',
    customerName: 'Ana Ruiz',
    customerPhone: '+12025550103',
    customerTimeZone: timeZone,
    vehicleInfo: {},
    serviceType: 'Oil change',
    status: 'completed',
    completedAt: '2026-11-20T12:00:00Z',
  })
  const find = () =>
    world.db.call.findFirstOrThrow({ where: { serviceRecordId: serviceRecord.id } })
  expect(await find()).toMatchObject({
    dueAt: monday9,
    notBefore: new Date('2026-11-20T12:00:00Z'),
  })
  await caller.scheduleConfig.update({ config: parse({ timeZone }) })
  expect((await find()).dueAt).toEqual(new Date('2026-11-20T17:00:00Z'))
})

test('the dispatcher finishes what a process that died left undone', async () => {
  await using world = await createDispatchWorld()
  await world.saveSchedule({ weekly: { friday: [{ start: '14:00', end: '18:00' }] } })
  await world.db.scheduleConfig.updateMany({ data: { replannedAt: null } })
  const call = await world.makeDueCall({
    dueAt: monday9,
    notBefore: new Date('2026-11-20T15:00:00Z'),
  })
  world.startDispatcher(new ScriptedProvider())
  await world.settle()
  expect((await world.callById(call.id)).dueAt).toEqual(new Date('2026-11-20T19:00:00Z'))
  expect(await world.db.scheduleConfig.count({ where: { replannedAt: null } })).toBe(0)
})

/** More than two pages of calls, each with an instant of its own. */
async function makeManyCalls(count: number): Promise<void> {
  const first = await makeCall(world.db, organizationId, { dueAt: monday9 })
  const rows = Array.from({ length: count - 1 }, (_, at) => ({
    ...first,
    id: crypto.randomUUID(),
    phoneNumber: `+1203${5_000_000 + at}`,
    notBefore: new Date(Date.UTC(2026, 10, 20, 15, 0, at)),
  }))
  await world.db.$transaction((tx) =>
    insertHistory(tx, {
      advisors: [],
      agents: [],
      campaigns: [],
      records: [],
      calls: rows,
      attempts: [],
      transcripts: [],
      audioFiles: [],
      doNotCall: [],
      cases: [],
      scheduleConfigs: [],
    }),
  )
}

test('a thousand waiting calls with an instant of their own each are planned anew in pages', async () => {
  const count = 1200
  await makeManyCalls(count)
  await caller.scheduleConfig.update({ config: parse({ timeZone }) })
  expect(await world.db.feedEvent.count({ where: { organizationId } })).toBe(count - 1)
  expect(await world.db.call.count({ where: { organizationId, version: 2 } })).toBe(count - 1)
})

const planned = () => world.db.call.count({ where: { organizationId, version: { gt: 1 } } })
const owed = () => world.db.scheduleConfig.count({ where: { organizationId, replannedAt: null } })
const owe = () => inOrganization(world.db, organizationId, (tx) => oweReplan(tx, organizationId))

test('whoever saves waits for some pages only, and the dispatcher does the rest', async () => {
  await caller.scheduleConfig.update({ config: parse({ timeZone }) })
  await makeManyCalls(1200)
  await owe()
  // Every look at the clock takes two seconds: five are over before the second page.
  let looks = 0
  const now = world.clock.now()
  const clock = {
    now: () => now.add({ seconds: 2 * looks++ }),
    after: (delayMs: number, run: () => void) => world.clock.after(delayMs, run),
  }
  await beginReplan({ ...world.deps, clock }, organizationId)
  expect(await planned()).toBe(499)
  expect(await owed()).toBe(1)

  const chore = { ...world.deps, db: world.deps.systemDb }
  await replanOwedCalls(chore, AbortSignal.abort())
  expect(await planned()).toBe(499)
  await replanOwedCalls(chore)
  expect(await planned()).toBe(1199)
  expect(await owed()).toBe(0)
})

test('a change that comes while calls are being planned is owed still', async () => {
  await caller.scheduleConfig.update({ config: parse({ timeZone }) })
  await owe()
  const before = await readOwedReplans(world.db, organizationId)
  await owe()
  await markReplanned(world.db, before, world.clock.now())
  expect(await owed()).toBe(1)
  await markReplanned(world.db, await readOwedReplans(world.db, organizationId), world.clock.now())
  expect(await owed()).toBe(0)
})
