import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scheduleConfigSchema } from '../../src/server/domain/schedule-config.schema.ts'
import { eraseCustomer } from '../../src/server/services/erase-customer.ts'
import { placeCallNow } from '../../src/server/services/place-call-now.ts'
import { rescheduleCall } from '../../src/server/services/reschedule-call.ts'
import { retryCall } from '../../src/server/services/retry-call.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { someActor } from '../support/test-identity.ts'
import { untilBlocked } from '../support/until-blocked.ts'

/** Friday noon in New York. */
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

const visit = (externalId: string, overrides = {}) => ({
  externalId,
  customerName: 'Ana Ruiz',
  customerPhone: '+12025550103',
  vehicleInfo: { make: 'Kia' },
  serviceType: 'Oil change',
  status: 'completed' as const,
  completedAt: '2026-11-20T13:00:00Z',
  ...overrides,
})

describe('a visit whose number has a waiting call', () => {
  test('joins it and makes no call of its own', async () => {
    const first = await caller.serviceRecords.create(visit('RO-1'))
    const second = await caller.serviceRecords.create(
      visit('RO-2', { vehicleInfo: { make: 'Audi' } }),
    )
    expect(second.call).toMatchObject({
      id: first.call?.id,
      version: 2,
      externalId: 'RO-1',
      coveredVisits: [{ externalId: 'RO-2', vehicleInfo: { make: 'Audi' } }],
    })
    expect(second.reason).toMatch(/^The customer is called once, about this visit and RO-1, due /)
    expect(await world.db.call.count({ where: { organizationId } })).toBe(1)
    const { readyCount } = await world.db.organization.findUniqueOrThrow({
      where: { id: organizationId },
    })
    expect(readyCount).toBe(1)
  })

  test.each([{ isDemo: false }, { isDemo: true }])(
    'joins that of a sample visit in a demo alone: %o',
    async ({ isDemo }) => {
      const { db } = world
      await db.organization.update({ where: { id: organizationId }, data: { isDemo } })
      const sample = await makeCall(db, organizationId, {
        dueAt: new Date('2026-11-20T18:00:00Z'),
        record: { customerPhone: '+12025550103', isSample: true },
      })
      const { call } = await caller.serviceRecords.create(visit('RO-1'))
      expect(call?.id === sample.id).toBe(isDemo)
    },
  )

  test('is not called about twice because somebody asks for a call', async () => {
    await caller.serviceRecords.create(visit('RO-1'))
    const { serviceRecord } = await caller.serviceRecords.create(visit('RO-2'))
    await expect(caller.calls.create({ serviceRecordId: serviceRecord.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('has a call of its own where the schedule keeps no days between calls', async () => {
    const config = scheduleConfigSchema.parse({
      timeZone: 'America/New_York',
      minDaysBetweenCalls: 0,
    })
    await caller.scheduleConfig.update({ config })
    const first = await caller.serviceRecords.create(visit('RO-1'))
    const second = await caller.serviceRecords.create(visit('RO-2'))
    expect(second.call?.id).not.toBe(first.call?.id)
  })

  test('joins in an import too, one file or two, and importing again changes nothing', async () => {
    const rows = [
      'RO-1,Ana Ruiz,(202) 555-0103,Brakes,11/20/2026 08:00 AM',
      'RO-2,Ana Ruiz,(202) 555-0103,Tires,11/20/2026 09:00 AM',
      'RO-3,Mei Li,(202) 555-0104,Tires,11/20/2026 09:00 AM',
    ]
    const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed'
    const send = (...lines: string[]) =>
      caller.serviceRecords.import({ fileName: 'a.csv', content: [header, ...lines].join('\n') })
    expect(await send(...rows)).toMatchObject({ created: 3, callsCreated: 2, callsJoined: 1 })
    const later = 'RO-4,Mei Li,(202) 555-0104,Brakes,11/20/2026 09:30 AM'
    expect(await send(...rows, later)).toMatchObject({ callsCreated: 0, callsJoined: 1 })
    const events = await world.db.feedEvent.count({ where: { organizationId } })
    expect(await send(...rows, later)).toMatchObject({ unchanged: 4, callsJoined: 0 })
    expect(await world.db.feedEvent.count({ where: { organizationId } })).toBe(events)
    const { calls } = await caller.calls.list({ tab: 'ready' })
    expect(calls.map((call) => call.coveredVisits.map(({ externalId }) => externalId))).toEqual(
      expect.arrayContaining([['RO-2'], ['RO-4']]),
    )

    const otherNumber = 'RO-2,Ana Ruiz,(202) 555-0109,Tires,11/20/2026 09:00 AM'
    expect(await send(otherNumber)).toMatchObject({ updated: 1, callsCreated: 1 })
    const { calls: after } = await caller.calls.list({ tab: 'ready' })
    expect(after.find(({ externalId }) => externalId === 'RO-1')?.coveredVisits).toEqual([])
  })
})

describe('a call whose own visit turns out to be of another number', () => {
  const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed'
  const row = (order: string, phone: string, closed = '11/20/2026 08:00 AM') =>
    `${order},Ana Ruiz,${phone},Brakes,${closed}`
  const send = (...rows: string[]) =>
    caller.serviceRecords.import({ fileName: 'a.csv', content: [header, ...rows].join('\n') })
  const readCalls = async () => {
    const { calls } = await caller.calls.list({ tab: 'ready' })
    return calls
      .map(({ externalId, phoneNumber, coveredVisits }) => ({
        externalId,
        phoneNumber,
        covers: coveredVisits.map((covered) => covered.externalId),
      }))
      .sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
  }
  const [shared, corrected] = ['+12025550103', '+12025550109']
  const first = () => row('RO-1', shared)
  const second = () => row('RO-2', shared, '11/20/2026 09:00 AM')

  test('leaves the other visits to one call of their own', async () => {
    const third = row('RO-3', shared, '11/20/2026 10:00 AM')
    await send(first(), second(), third)
    expect(await readCalls()).toMatchObject([{ externalId: 'RO-1', covers: ['RO-2', 'RO-3'] }])
    expect(await send(row('RO-1', corrected))).toMatchObject({
      updated: 1,
      callsCreated: 1,
      callsJoined: 1,
      withoutCall: 0,
    })
    const apart = [
      { externalId: 'RO-1', phoneNumber: corrected, covers: [] },
      { externalId: 'RO-2', phoneNumber: shared, covers: ['RO-3'] },
    ]
    expect(await readCalls()).toEqual(apart)
    const { feedSeq, readyCount } = await world.db.organization.findUniqueOrThrow({
      where: { id: organizationId },
    })
    expect(readyCount).toBe(2)
    await send(row('RO-1', corrected))
    expect(await readCalls()).toEqual(apart)
    const after = await world.db.organization.findUniqueOrThrow({ where: { id: organizationId } })
    expect(after.feedSeq).toBe(feedSeq)
  })

  test('keeps those that turn out to be of that number too', async () => {
    await send(first(), second())
    const both = await send(row('RO-1', corrected), second().replace(shared, corrected))
    expect(both).toMatchObject({ updated: 2, callsCreated: 0 })
    expect(await readCalls()).toEqual([
      { externalId: 'RO-1', phoneNumber: corrected, covers: ['RO-2'] },
    ])
  })

  test('and may get the old number back, with the other visit still in a call of its own', async () => {
    await send(first(), second())
    await send(row('RO-1', corrected))
    const [correction] = (await caller.serviceRecords.imports()).imports
    await caller.serviceRecords.undoImport({ importId: correction?.id ?? '' })
    expect(await readCalls()).toEqual([
      { externalId: 'RO-1', phoneNumber: shared, covers: [] },
      { externalId: 'RO-2', phoneNumber: shared, covers: [] },
    ])
  })
})

/** Two waiting calls of a number, of which the older one covers the other's visit. */
async function makeCovered(record: { customerPhone: string; customerTimeZone?: null }) {
  const covering = await makeCall(world.db, organizationId, { record })
  const settled = await makeCall(world.db, organizationId, {
    record,
    status: 'canceled',
    outcome: 'canceled',
    dueAt: null,
  })
  const { serviceRecordId } = settled
  await world.db.coveredVisit.create({
    data: { organizationId, callId: covering.id, serviceRecordId, settledCallId: settled.id },
  })
  return { covering, settled }
}

test('a covered call that a person brings back speaks for its own visit again', async () => {
  const { covering, settled } = await makeCovered({ customerPhone: '+12025550103' })
  const asked = await caller.calls.byId({ id: settled.id })
  expect(asked.coveredByCallId).toBe(covering.id)
  expect(await caller.calls.retry({ id: settled.id })).toMatchObject({
    status: 'ready',
    coveredByCallId: null,
  })
  expect(await caller.calls.byId({ id: covering.id })).toMatchObject({
    coveredVisits: [],
    version: 2,
  })
  const { edits } = await caller.calls.history({ id: covering.id })
  expect(edits).toMatchObject([
    {
      action: 'call.left',
      actorName: 'Robin',
      before: { externalId: asked.externalId },
      after: null,
    },
  ])
})

test('a visit is still asked about in the other call where somebody deletes its own, covered one', async () => {
  const { covering, settled } = await makeCovered({ customerPhone: '+12025550103' })
  await caller.calls.delete({ id: settled.id })
  expect(await caller.calls.byId({ id: covering.id })).toMatchObject({
    coveredVisits: [{ serviceRecordId: settled.serviceRecordId }],
    version: 1,
  })
})

test('a visit is still asked about in the other call where its own, of a number that neither has any more, is erased', async () => {
  // Both were corrected while the other call waited, which followed.
  const { covering, settled } = await makeCovered({ customerPhone: '+12025550109' })
  const phoneNumber = '+12025550103'
  await world.db.call.update({ where: { id: settled.id }, data: { phoneNumber } })
  expect(await caller.customers.erase({ phoneNumber })).toMatchObject({
    calls: 1,
    serviceRecords: 0,
  })
  expect(await caller.calls.byId({ id: covering.id })).toMatchObject({
    coveredVisits: [{ serviceRecordId: settled.serviceRecordId }],
    version: 1,
  })
})

const soon = { dueAt: '2026-11-20T17:30:00Z', outsideWindows: false, mayOverride: false }
test.each([
  ['retried', retryCall],
  ['placed now', placeCallNow],
  ['rescheduled', (...[deps, target]) => rescheduleCall(deps, { ...target, ...soon })],
] satisfies [string, typeof retryCall][])(
  'a covered call is %s before an erasure of its number that comes meanwhile',
  async (_, bringBack) => {
    const phoneNumber = '+12025550119'
    const { settled } = await makeCovered({ customerPhone: phoneNumber, customerTimeZone: null })
    const who = { organizationId, actor: someActor }
    let erasing: Promise<unknown> | undefined
    const zonesOfPhone = async () => {
      // Between the lock of the call and the change of the one that covers it.
      if (erasing === undefined) {
        erasing = eraseCustomer(world.deps, who, { phoneNumber }).catch((error) => error)
        await untilBlocked(world.db)
      }
      return ['America/New_York']
    }
    const target = { ...who, callId: settled.id }
    const bringing = bringBack({ ...world.deps, zonesOfPhone }, target).catch((error) => error)
    expect(await bringing).toMatchObject({ status: 'ready', coveredByCallId: null })
    expect(await erasing).toMatchObject({ calls: 2, serviceRecords: 2 })
  },
)

test('visits of other organizations never join', async () => {
  await caller.serviceRecords.create(visit('RO-1'))
  const other = await world.callerOf((await makeOrganization(world.db)).id)
  const { call } = await other.serviceRecords.create(visit('RO-2'))
  expect(call).toMatchObject({ externalId: 'RO-2', coveredVisits: [] })
})
