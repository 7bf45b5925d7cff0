import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceRecordCreateSchema } from '../../src/server/domain/service-record.schema.ts'
import { createServiceRecord } from '../../src/server/services/create-service-record.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeCall, makeFirstAttempt, makeOrganization } from '../support/factories.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { ScriptedProvider } from '../support/scripted-provider.ts'
import { silentLog } from '../support/silent-log.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { someActor } from '../support/test-identity.ts'

let database: TestDatabase
// 11:00 on a Friday in New York.
const clock = new ManualClock('2026-11-20T16:00:00Z')
const announced: string[] = []
const feed = {
  announce: (organizationId: string) => announced.push(organizationId),
  subscribe: () => {
    throw new Error('nobody subscribes here')
  },
  close: async () => undefined,
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const visit = {
  externalId: 'RO-7',
  customerName: 'Mei Patel',
  customerPhone: '(212) 555-0157',
  serviceType: 'Brake pads',
  completedAt: '2026-11-20T15:30:00Z',
}

const provider = new ScriptedProvider()

function create(organizationId: string, overrides: object = {}) {
  const deps = {
    db: database.appDb,
    clock,
    feed,
    provider,
    log: silentLog,
    zonesOfPhone: async () => ['America/New_York'],
  }
  const input = serviceRecordCreateSchema.parse({ ...visit, ...overrides })
  return createServiceRecord(deps, { organizationId, actor: someActor }, input)
}

describe('creating a service record', () => {
  it('plans its call once the delay after service is over', async () => {
    const { id } = await makeOrganization(database.db)
    const created = await create(id, {
      serviceAdvisorName: 'Grace Liu',
      vehicleInfo: { make: 'Kia' },
    })
    expect(created).toMatchObject({
      serviceRecord: {
        externalId: 'RO-7',
        customerPhone: '+12125550157',
        serviceAdvisorName: 'Grace Liu',
        vehicleInfo: { make: 'Kia', model: null },
        status: 'completed',
      },
      call: {
        status: 'ready',
        dueAt: '2026-11-20T17:30:00.000Z',
        expiresAt: '2026-11-27T15:30:00.000Z',
        serviceAdvisorName: 'Grace Liu',
      },
      reason: 'The call is due today 12:30.',
    })
    expect(await database.db.feedEvent.count({ where: { organizationId: id } })).toBe(1)
    expect(await database.db.organization.findUnique({ where: { id } })).toMatchObject({
      readyCount: 1,
      feedSeq: 1n,
    })
    expect(announced).toContain(id)
  })

  it.each([
    [{ status: 'in_progress', completedAt: undefined }, 'The visit is not completed yet.'],
    [{ completedAt: '2026-11-10T15:30:00Z' }, 'The visit ended more than 7 days ago.'],
  ])('lands %j without a call and says why', async (overrides, reason) => {
    const { id } = await makeOrganization(database.db)
    const created = await create(id, overrides)
    expect(created).toMatchObject({ call: null, reason })
    expect(await database.db.feedEvent.count({ where: { organizationId: id } })).toBe(0)
  })

  it('takes a visit completed without a time as completed now', async () => {
    const { id } = await makeOrganization(database.db)
    const { serviceRecord } = await create(id, { completedAt: undefined })
    expect(serviceRecord.completedAt).toBe('2026-11-20T16:00:00.000Z')
  })

  it('refuses an order number that is there already, and leaves nothing behind', async () => {
    const { id } = await makeOrganization(database.db)
    await create(id)
    const again = create(id, { customerName: 'Ann', serviceAdvisorName: 'Nobody' })
    await expect(again).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('RO-7'),
      issues: [{ path: 'externalId' }],
    })
    expect(await database.db.serviceAdvisor.count({ where: { organizationId: id } })).toBe(0)
    expect(await database.db.call.count({ where: { organizationId: id } })).toBe(1)
  })

  it('puts an own visit in the place of a sample one, as an import does', async () => {
    const { db } = database
    const { id } = await makeOrganization(db)
    const sample = await makeCall(db, id, { record: { externalId: 'RO-7', isSample: true } })
    const { serviceRecord, call } = await create(id)
    const visits = await db.serviceRecord.findMany({ where: { organizationId: id } })
    expect(visits).toMatchObject([{ id: serviceRecord.id, isSample: false }])
    expect(await db.organization.findUnique({ where: { id } })).toMatchObject({ readyCount: 1 })
    const told = await db.feedEvent.findMany({ where: { organizationId: id } })
    expect(told.map(({ callId }) => callId).sort()).toEqual([sample.id, call?.id].sort())
  })

  it('hangs up the call of a sample visit whose place it takes', async () => {
    const { db } = database
    const { id } = await makeOrganization(db)
    const record = { externalId: 'RO-7', isSample: true }
    const sample = await makeCall(db, id, { status: 'in_progress', record })
    const attempt = await makeFirstAttempt(db, sample, new Date('2026-11-20T15:00:00Z'))
    await db.callAttempt.update({
      where: { id: attempt.id },
      data: { status: 'in_progress', providerCallId: 'line-7', outcome: null },
    })
    const hungUp: string[] = []
    provider.hangUp = async (providerCallId) => void hungUp.push(providerCallId)
    await create(id)
    expect(hungUp).toEqual(['line-7'])
  })

  it.each([
    ['customerPhone', { customerPhone: 'call wife' }],
    ['customerTimeZone', { customerTimeZone: 'Mars/Olympus' }],
    ['completedAt', { completedAt: '2026-11-21T15:30:00Z' }],
  ])('names %s when it is wrong', async (path, overrides) => {
    const { id } = await makeOrganization(database.db)
    await expect(create(id, overrides)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path }],
    })
  })
})
