import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimDueCalls } from '../../src/server/services/claim-due-calls.ts'
import { seedDemoDay } from '../../src/server/services/seed-demo-day.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { fingerprintOf } from '../support/walls/fingerprint.ts'

const period = { from: '2026-11-06', to: '2026-11-20' }

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function makeHouse(isDemo = false) {
  const { id: organizationId } = await makeOrganization(world.db, { isDemo })
  const caller = await world.callerOf(organizationId, 'manager')
  const countsOf = async () => {
    const { readyCount, missedCount, completedCount } =
      await world.db.organization.findUniqueOrThrow({ where: { id: organizationId } })
    return { ready: readyCount, missed: missedCount, completed: completedCount }
  }
  return { organizationId, caller, countsOf, where: { organizationId } }
}

it('puts sample data into an empty organization and takes every row of it out again', async () => {
  const { db } = world
  const { organizationId, caller, countsOf } = await makeHouse()
  expect(await caller.sampleData.state()).toMatchObject({
    visits: 0,
    hasOwnVisits: false,
    canLoad: true,
  })
  const before = await fingerprintOf(db, organizationId)

  const loaded = await caller.sampleData.load()
  expect(loaded.visits).toBeGreaterThan(100)
  expect(await caller.sampleData.state()).toEqual({
    ...loaded,
    hasOwnVisits: false,
    canLoad: false,
  })
  const page = await caller.calls.list({ tab: 'completed', limit: 5 })
  expect(page.counts).toEqual(await countsOf())
  await expect(caller.sampleData.load()).rejects.toMatchObject({ code: 'CONFLICT' })

  expect(await caller.sampleData.remove()).toEqual(loaded)
  expect((await caller.insights.read(period)).sampleCalls).toBe(0)
  expect(await caller.sampleData.state()).toMatchObject({ visits: 0, calls: 0, canLoad: true })
  expect(await countsOf()).toEqual({ ready: 0, missed: 0, completed: 0 })
  const told = ['Organization', 'FeedEvent', 'AuditEntry']
  const left = Object.entries(await fingerprintOf(db, organizationId))
  expect(left.filter(([table, rows]) => !told.includes(table) && rows !== before[table])).toEqual(
    [],
  )
  const entries = await db.auditEntry.findMany({
    where: { organizationId },
    orderBy: { createdAt: 'asc' },
  })
  expect(entries.map(({ action }) => action).sort()).toEqual([
    'sample_data.loaded',
    'sample_data.removed',
  ])
  expect(entries[1]?.after).toEqual(loaded)
  expect(await caller.sampleData.remove()).toEqual({ visits: 0, calls: 0 })
})

it('leaves what people imported, made or linked', async () => {
  const { db } = world
  const { organizationId, caller, where } = await makeHouse()
  await caller.sampleData.load()
  const { customer, sampled } = await addOwnThings(organizationId, caller)
  await caller.sampleData.remove()
  const visits = await db.serviceRecord.findMany({ where, orderBy: { externalId: 'asc' } })
  expect(visits.map(({ externalId }) => externalId)).toEqual(['RO-1', sampled.externalId])
  expect(visits[1]).toMatchObject({ customerName: 'Ana Ruiz', isSample: false })
  expect(await db.call.count({ where: { serviceRecordId: visits[0]?.id ?? '' } })).toBe(1)
  expect(await db.campaign.findMany({ where, select: { isPaused: true } })).toEqual([
    { isPaused: true },
  ])
  const advisors = await db.serviceAdvisor.findMany({ where })
  expect(advisors.map(({ name }) => name)).toContain('Tom Achterberg')
  expect(advisors.length).toBeLessThan(6)
  expect(await db.doNotCall.findMany({ where, select: { phoneNumber: true } })).toEqual([
    { phoneNumber: customer },
  ])
})

async function addOwnThings(
  organizationId: string,
  caller: Awaited<ReturnType<AppWorld['callerOf']>>,
) {
  const { db } = world
  const where = { organizationId }
  const sampled = await db.serviceRecord.findFirstOrThrow({
    where: { organizationId, calls: { none: {} } },
  })
  // Not one who is on the list already: the reason that stands there is the sample's.
  const { customerPhone: customer } = await db.serviceRecord.findFirstOrThrow({
    where: { organizationId, calls: { some: { status: 'ready' } } },
  })
  const report = await caller.serviceRecords.import({
    fileName: 'day.csv',
    content: [
      'Order,Customer,Phone,Service,Completed,Advisor',
      'RO-1,Kim Ito,(212) 555-0124,Oil,2026-11-19,Kim Bell',
      `${sampled.externalId},Ana Ruiz,(212) 555-0125,Oil,2026-11-19,Kim Bell`,
    ].join('\n'),
  })
  expect(report.badRows).toEqual([])
  expect(report).toMatchObject({ created: 2, updated: 0 })
  const campaign = await db.campaign.findFirstOrThrow({ where })
  await caller.campaigns.pause({ id: campaign.id, isPaused: true })
  const { id: userId } = (await world.identityOf(organizationId, 'agent')).actor
  await db.serviceAdvisor.updateMany({
    where: { organizationId, name: 'Tom Achterberg' },
    data: { userId },
  })
  await caller.doNotCall.add({ phoneNumber: customer, reason: 'Asked at the desk' })
  return { customer, sampled }
}

it('counts sample calls in the figures, and says how many of them are', async () => {
  const { db } = world
  const { organizationId, caller } = await makeHouse()
  await caller.sampleData.load()
  await makeCall(db, organizationId, {
    status: 'completed',
    npsScore: 9,
    dueAt: null,
    endTime: new Date('2026-11-19T17:00:00Z'),
  })
  const sampleCalls = await db.call.count({
    where: {
      organizationId,
      serviceRecord: { isSample: true },
      status: { in: ['completed', 'missed', 'failed', 'unknown'] },
      endTime: { gte: new Date('2026-10-22T04:00:00Z') },
    },
  })
  expect(sampleCalls).toBeGreaterThan(50)
  expect(await caller.insights.read(period)).toMatchObject({ sampleCalls })
})

it('places sample calls with the simulator alone, and real ones beside them for real', async () => {
  const { db, deps, clock } = world
  const { organizationId, caller } = await makeHouse()
  await caller.sampleData.load()
  // The soonest to expire goes first.
  const own = await makeCall(db, organizationId, {
    dueAt: new Date('2026-11-20T16:00:00Z'),
    expiresAt: new Date('2026-11-20T18:00:00Z'),
  })
  const provider = {
    ...deps.provider,
    name: 'dialer',
    isSimulated: false,
    demoName: 'simulator',
  }
  await clock.advance(60_000)
  const { attempts } = await claimDueCalls(
    { ...deps, db: world.deps.systemDb, provider },
    { organizationId, limit: 5 },
  )
  const ringing = attempts.filter(({ request }) => !request.isDemo).map(({ callId }) => callId)
  expect(ringing).toEqual([own.id])
  expect(attempts.length).toBeGreaterThan(1)
})

it('marks the calls of invented customers wherever they are told, but not in a demonstration', async () => {
  const { db, deps } = world
  const { organizationId, caller } = await makeHouse()
  await caller.sampleData.load()
  const own = await makeCall(db, organizationId, { dueAt: new Date('2026-11-20T16:00:00Z') })
  const { calls } = await caller.calls.list({ tab: 'ready', limit: 100 })
  const invented = calls.filter(({ isSample }) => isSample)
  expect(calls.filter(({ isSample }) => !isSample).map(({ id }) => id)).toEqual([own.id])
  expect(invented.length).toBeGreaterThan(1)
  const told = async (id = '') => {
    const changed = await caller.calls.update({ id, notes: 'Rings twice' })
    const { payload } = await db.feedEvent.findFirstOrThrow({
      where: { organizationId, callId: id },
      orderBy: { seq: 'desc' },
    })
    const detail = await caller.calls.byId({ id })
    return [changed.isSample, detail.isSample, Reflect.get(Object(payload), 'call').isSample]
  }
  expect(await told(invented[0]?.id)).toEqual([true, true, true])
  expect(await told(own.id)).toEqual([false, false, false])

  const demo = await makeHouse(true)
  await seedDemoDay(deps, { organizationId: demo.organizationId })
  const shown = await demo.caller.calls.list({ tab: 'ready', limit: 5 })
  expect(shown.calls.map(({ isSample }) => isSample)).toEqual([false, false, false, false, false])
})

it('loads nothing where visits are, and seeds a demo only once', async () => {
  const { db, deps } = world
  const own = await makeHouse()
  await makeCall(db, own.organizationId, { record: { externalId: `RO-${randomUUID()}` } })
  expect(await own.caller.sampleData.state()).toMatchObject({ hasOwnVisits: true, canLoad: false })
  await expect(own.caller.sampleData.load()).rejects.toMatchObject({ code: 'CONFLICT' })

  const demo = await makeHouse(true)
  const seed = () => seedDemoDay(deps, { organizationId: demo.organizationId })
  expect(await seed()).toBe(true)
  expect((await demo.caller.insights.read(period)).sampleCalls).toBe(0)
  await demo.caller.sampleData.remove()
  expect(await seed()).toBe(false)
  expect((await demo.caller.sampleData.load()).visits).toBeGreaterThan(100)
})
