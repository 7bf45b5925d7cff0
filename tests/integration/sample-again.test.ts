import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lockClaims } from '../../src/server/db/due-calls.ts'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import { importFile } from '../../src/server/services/import-file.ts'
import { undoImport } from '../../src/server/services/undo-import.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization, makeServiceRecord } from '../support/factories.ts'
import { someActor } from '../support/test-identity.ts'
import { untilBlocked } from '../support/until-blocked.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function makeHouse(isDemo = false) {
  const { id: organizationId } = await makeOrganization(world.db, { isDemo })
  const caller = await world.callerOf(organizationId, 'owner')
  return { organizationId, caller, where: { organizationId } }
}

it('loads again where advisors, a campaign and a number of the first time were kept', async () => {
  const { db } = world
  const { organizationId, caller, where } = await makeHouse()
  const loaded = await caller.sampleData.load()
  const campaign = await db.campaign.findFirstOrThrow({ where })
  await caller.campaigns.pause({ id: campaign.id, isPaused: true })
  const advisor = await db.serviceAdvisor.findFirstOrThrow({ where })
  await caller.demo.create({
    scenarioId: 'promoter',
    customerName: 'Ana Ruiz',
    serviceAdvisorName: advisor.name,
  })
  const { phoneNumber } = await db.doNotCall.findFirstOrThrow({ where })
  await db.doNotCall.updateMany({
    where: { organizationId, phoneNumber },
    data: { reason: 'Kept' },
  })
  await makeServiceRecord(db, organizationId, { customerPhone: phoneNumber, isDemo: true })
  await caller.sampleData.remove()
  expect(await db.serviceAdvisor.findMany({ where })).toEqual([advisor])

  expect(await caller.sampleData.load()).toMatchObject({ visits: expect.any(Number) })
  expect(loaded.visits).toBeGreaterThan(100)
  const ofKept = { organizationId, isSample: true, serviceAdvisorId: advisor.id }
  expect(await db.serviceRecord.count({ where: ofKept })).toBeGreaterThan(0)
  expect(
    await db.call.count({ where: { organizationId, campaignId: campaign.id } }),
  ).toBeGreaterThan(0)
  expect(await db.campaign.findMany({ where })).toMatchObject([{ id: campaign.id, isPaused: true }])
})

it('waits with loading for what is landing visits', async () => {
  const { db } = world
  const { organizationId, caller, where } = await makeHouse()
  const load = await inOrganization(db, organizationId, async (tx) => {
    await lockClaims(tx, organizationId)
    const load = caller.sampleData.load().catch((error: unknown) => error)
    await untilBlocked(db)
    await tx.serviceRecord.create({
      data: {
        organizationId,
        externalId: 'RO-1',
        customerName: 'Ana Ruiz',
        status: 'completed',
        customerPhone: '+12125550101',
        vehicleInfo: {},
        serviceType: 'Oil change',
      },
    })
    return { done: load }
  })
  expect(await load.done).toMatchObject({ code: 'CONFLICT' })
  expect(await db.serviceRecord.count({ where })).toBe(1)
})

const by = (organizationId: string) => ({ organizationId, actor: someActor })

async function importRow(organizationId: string, row: string, advisor?: string) {
  const columns = 'Order,Customer,Phone,Service,Completed'
  const content = advisor ? `${columns},Advisor\n${row},${advisor}` : `${columns}\n${row}`
  const file = { mode: 'auto' as const, fileName: 'day.csv', content }
  const imported = await importFile(world.deps, by(organizationId), file)
  if (imported.kind !== 'run') throw new Error('The file was not imported.')
  expect(imported.run.report.badRows).toEqual([])
  return imported.run.importId
}

it('lets an own visit take the number of a sample one, with nothing that was invented', async () => {
  const { db, deps } = world
  const { organizationId, caller, where } = await makeHouse()
  await caller.sampleData.load()
  const sample = await db.call.findFirstOrThrow({
    where: { organizationId, npsScore: { not: null } },
    include: { serviceRecord: true },
  })
  const { externalId } = sample.serviceRecord
  const row = `${externalId},Ana Ruiz,(212) 555-0125,Oil,2026-11-19`
  const importId = await importRow(organizationId, row)
  const numbered = { organizationId, externalId }
  const [visit] = await db.serviceRecord.findMany({ where: numbered, include: { calls: true } })
  expect(visit).toMatchObject({
    customerName: 'Ana Ruiz',
    isSample: false,
    feedback: null,
    positiveMentions: [],
    serviceAdvisorId: null,
    rating: null,
  })
  expect(visit?.calls).toMatchObject([
    { status: 'ready', phoneNumber: '+12125550125', customerName: 'Ana Ruiz', npsScore: null },
  ])
  // Every page that shows the old call is told that it is gone.
  const told = await db.feedEvent.findMany({
    where: { organizationId, callId: sample.id },
    orderBy: { seq: 'asc' },
  })
  expect(told.at(-1)?.payload).toMatchObject({ call: null })
  const house = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
  const completed = { organizationId, status: 'completed' }
  expect(house.completedCount).toBe(await db.call.count({ where: completed }))
  await undoImport(deps, by(organizationId), importId)
  expect(await db.serviceRecord.count({ where: numbered })).toBe(0)
  await caller.sampleData.remove()
  expect(await db.serviceRecord.count({ where })).toBe(0)
})

it('undoes an import whose visit had an advisor that went with the sample since', async () => {
  const { db, deps } = world
  const { organizationId, caller, where } = await makeHouse(true)
  await caller.sampleData.load()
  const { externalId } = await db.serviceRecord.findFirstOrThrow({
    where: { organizationId, calls: { none: {} } },
  })
  // Written over first: what a second import finds is no sample any more, but has its advisor.
  const row = `${externalId},Ana Ruiz,(212) 555-0125,Oil,2026-11-19`
  await importRow(organizationId, row)
  const second = await importRow(organizationId, row, 'Kim Bell')
  await caller.sampleData.remove()
  const { visitsRestored } = await undoImport(deps, by(organizationId), second)
  expect(visitsRestored).toBe(1)
  expect(await db.serviceRecord.findMany({ where })).toMatchObject([
    { externalId, customerName: 'Ana Ruiz', isSample: false, serviceAdvisorId: null },
  ])
})

it.each([
  { isDemo: false, isSample: true, isCounted: false },
  { isDemo: false, isSample: false, isCounted: true },
  { isDemo: true, isSample: true, isCounted: true },
])('keeps a score that is erased, and tells of it, as it should: %o', async (each) => {
  const { db } = world
  const { organizationId, caller, where } = await makeHouse(each.isDemo)
  await caller.webhooks.create({ url: 'https://hooks.example.com/', events: ['call.completed'] })
  const { id, phoneNumber } = await makeCall(db, organizationId, {
    status: 'in_progress',
    attemptCount: 1,
    dueAt: null,
    record: { isSample: each.isSample, externalId: `RO-${randomUUID()}` },
  })
  await changeCall(
    { ...world.deps, db: world.deps.systemDb },
    { organizationId, callId: id },
    () => ({
      event: {
        type: 'attempt_ended',
        outcome: 'answered',
        talkSec: null,
        retryAt: null,
        retryWishedAt: null,
      },
      fields: { npsScore: 9 },
    }),
  )
  const expected = each.isCounted ? 1 : 0
  expect(await db.webhookDelivery.count({ where })).toBe(expected)
  await caller.customers.erase({ phoneNumber })
  expect(await db.erasedAnswer.count({ where })).toBe(expected)
})
