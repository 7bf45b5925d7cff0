import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCall } from '../../src/server/services/create-call.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeCall, makeOrganization, makeServiceRecord } from '../support/factories.ts'
import { ManualClock } from '../support/manual-clock.ts'
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

function create(organizationId: string, input: Parameters<typeof createCall>[2]) {
  const deps = { db: database.appDb, clock, feed, zonesOfPhone: async () => ['America/New_York'] }
  return createCall(deps, { organizationId, actor: someActor }, input)
}

describe('creating a call', () => {
  it('lets the schedule decide when, with a feed event', async () => {
    const { id } = await makeOrganization(database.db)
    const record = await makeServiceRecord(database.db, id)
    const call = await create(id, {
      serviceRecordId: record.id,
      notes: 'Asked for it',
      tags: ['vip'],
    })
    expect(call).toMatchObject({
      status: 'ready',
      customerName: 'Diego Okafor',
      phoneNumber: '+14695550119',
      dueAt: '2026-11-20T16:00:00.000Z',
      scheduledTime: '2026-11-20T16:00:00.000Z',
      expiresAt: '2026-11-26T15:00:00.000Z',
      notes: 'Asked for it',
      tags: ['vip'],
      version: 1,
    })
    expect(await database.db.feedEvent.count({ where: { organizationId: id } })).toBe(1)
    expect(await database.db.organization.findUnique({ where: { id } })).toMatchObject({
      readyCount: 1,
    })
    expect(announced).toContain(id)
  })

  it('takes the time that a person sets, but none in the past', async () => {
    const { id } = await makeOrganization(database.db)
    const [one, two] = [
      await makeServiceRecord(database.db, id),
      await makeServiceRecord(database.db, id),
    ]
    const later = await create(id, { serviceRecordId: one.id, dueAt: '2026-11-22T09:00:00Z' })
    expect(later.dueAt).toBe('2026-11-22T09:00:00.000Z')
    const past = await create(id, { serviceRecordId: two.id, dueAt: '2026-11-01T09:00:00Z' })
    expect(past.dueAt).toBe('2026-11-20T16:00:00.000Z')
  })

  it('takes no time beyond a year', async () => {
    const { id } = await makeOrganization(database.db)
    const { id: serviceRecordId } = await makeServiceRecord(database.db, id)
    await expect(create(id, { serviceRecordId, dueAt: '2027-11-20T16:00:01Z' })).rejects.toThrow(
      'Choose a time within the next year.',
    )
    expect(await database.db.call.count({ where: { organizationId: id } })).toBe(0)
  })

  it('gives a call for an old visit its full time', async () => {
    const { id } = await makeOrganization(database.db)
    const record = await makeServiceRecord(database.db, id, {
      completedAt: new Date('2026-10-01T15:00:00Z'),
    })
    const call = await create(id, { serviceRecordId: record.id })
    expect(call.expiresAt).toBe('2026-11-27T16:00:00.000Z')
  })

  it.each([
    ['ready', null],
    ['in_progress', null],
    ['unknown', null],
    ['missed', new Date('2026-11-21T15:00:00Z')],
  ])('refuses a second call while one is %s', async (status, dueAt) => {
    const { id } = await makeOrganization(database.db)
    const open = await makeCall(database.db, id, { status, dueAt })
    await expect(create(id, { serviceRecordId: open.serviceRecordId })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('says so where one of several open calls is in doubt, which is the one to see to', async () => {
    const { id } = await makeOrganization(database.db)
    const { serviceRecordId } = await makeCall(database.db, id, { status: 'ready' })
    await makeCall(database.db, id, { serviceRecordId, status: 'unknown', dueAt: null })
    await makeCall(database.db, id, { serviceRecordId, status: 'ready' })
    await expect(create(id, { serviceRecordId })).rejects.toThrow(/nobody knows whether it rang/)
  })

  it.each(['completed', 'canceled', 'missed'])('allows one after %s', async (status) => {
    const { id } = await makeOrganization(database.db)
    const over = await makeCall(database.db, id, { status, dueAt: null })
    const call = await create(id, { serviceRecordId: over.serviceRecordId })
    expect(call.status).toBe('ready')
  })

  it('makes one call of two requests at once', async () => {
    const { id } = await makeOrganization(database.db)
    const record = await makeServiceRecord(database.db, id)
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => create(id, { serviceRecordId: record.id })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database.db.call.count({ where: { organizationId: id } })).toBe(1)
  })

  it.each([
    { dueAt: undefined, isDue: '2026-12-07T14:00:00.000Z' },
    // A person's wish stays written, and waits for the campaign.
    { dueAt: '2026-11-23T15:00:00.000Z', isDue: '2026-11-23T15:00:00.000Z' },
  ])('lives to see the start of its campaign: %o', async ({ dueAt, isDue }) => {
    const { id: organizationId } = await makeOrganization(database.db)
    // A Sunday.
    const startsAt = new Date('2026-12-06T05:00:00Z')
    const data = { organizationId, name: 'Winter', startsAt }
    const { id: campaignId } = await database.db.campaign.create({ data })
    const { id: serviceRecordId } = await makeServiceRecord(database.db, organizationId)
    const call = await create(organizationId, {
      serviceRecordId,
      campaignId,
      ...(dueAt !== undefined && { dueAt }),
    })
    expect(call).toMatchObject({ dueAt: isDue, expiresAt: '2026-12-14T14:00:00.000Z' })
  })

  it('knows neither foreign visits nor foreign campaigns', async () => {
    const { id } = await makeOrganization(database.db)
    const theirs = await makeOrganization(database.db)
    const foreign = await makeServiceRecord(database.db, theirs.id)
    await expect(create(id, { serviceRecordId: foreign.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    const own = await makeServiceRecord(database.db, id)
    const input = { serviceRecordId: own.id, campaignId: randomUUID() }
    await expect(create(id, input)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'campaignId' }],
    })
  })
})
