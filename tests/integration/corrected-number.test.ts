import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyAttemptNews } from '../../src/server/services/apply-attempt-news.ts'
import type { NewsOfAttempt } from '../../src/server/services/attempt-news.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { tablesHolding } from '../support/database-dump.ts'
import { makeFirstAttempt, makeOrganization } from '../support/factories.ts'
import { untilBlocked } from '../support/until-blocked.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

type Caller = AppWorld['caller']
let organizationId: string
let caller: Caller
beforeEach(async () => {
  organizationId = (await makeOrganization(world.db)).id
  caller = await world.callerOf(organizationId)
})

const wrong = '+12025550103'
const right = '+12025550199'
const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed,Time Zone'
const send = (...rows: string[]) =>
  caller.serviceRecords.import({ fileName: 'a.csv', content: [header, ...rows].join('\n') })
const row = (order: string, name: string, phone: string) =>
  `${order},${name},${phone},Brakes,11/20/2026 08:00 AM,America/New_York`

/** A call that ended as the test says, whose visit got another number and name afterwards. */
async function makeCorrected(ended: { status: string; outcome: string }, before = wrong) {
  await send(row('RO-1', 'Ana Riz', before))
  const call = await world.db.call.findFirstOrThrow({ where: { organizationId } })
  await makeFirstAttempt(world.db, call, new Date('2026-11-20T16:00:00Z'))
  await world.db.call.update({
    where: { id: call.id },
    data: { ...ended, dueAt: null, notBefore: null, attemptCount: 1 },
  })
  await send(row('RO-1', 'Ana Ruiz', right))
  return call.id
}
const rowOf = (id: string) => world.db.call.findUniqueOrThrow({ where: { id } })

const failed = { status: 'failed', outcome: 'invalid_number' }
const doubtful = { status: 'unknown', outcome: 'unknown' }
const tomorrow = '2026-11-21T17:00:00Z'
const ways: [string, typeof failed, (id: string) => Promise<unknown>][] = [
  ['a retry', failed, (id) => caller.calls.retry({ id })],
  ['a reschedule', failed, (id) => caller.calls.reschedule({ id, dueAt: tomorrow })],
  ['placing it now', failed, (id) => caller.calls.placeNow({ id })],
  ['calling again', doubtful, (id) => caller.calls.judge({ id, verdict: 'call_again' })],
  ['a retry by itself', doubtful, (id) => caller.calls.judge({ id, verdict: 'it_did_not_ring' })],
]

describe('a call whose visit got another number after it was placed', () => {
  it.each(ways)('takes it at %s', async (_, ended, bringBack) => {
    const id = await makeCorrected(ended)
    expect(await rowOf(id)).toMatchObject({ phoneNumber: wrong, customerName: 'Ana Riz' })
    expect(await bringBack(id)).toMatchObject({ phoneNumber: right, customerName: 'Ana Ruiz' })
    const told = await world.db.feedEvent.findFirst({
      where: { callId: id },
      orderBy: { seq: 'desc' },
    })
    expect(told?.payload).toMatchObject({ call: { phoneNumber: right } })
    const [entry] = (await caller.audit.list({ limit: 1 })).entries
    expect(entry).toMatchObject({
      before: { phoneNumber: wrong, customerName: 'Ana Riz' },
      after: { phoneNumber: right, customerName: 'Ana Ruiz' },
    })
  })

  it('takes it when a cancel is taken back', async () => {
    const { call, own, other } = await makeShared()
    const { id } = call
    const changeId = randomUUID()
    await caller.calls.changeMany({ ids: [id], action: { type: 'cancel' }, changeId })
    await send(row(own, 'Ana Ruiz', right))
    expect(await rowOf(id)).toMatchObject({ status: 'canceled', phoneNumber: wrong })
    await caller.calls.undoMany({ ids: [id], changeId })
    expect(await rowOf(id)).toMatchObject({ status: 'ready', phoneNumber: right })
    expect(await leftOf(id)).toEqual([['Robin', other.externalId]])
  })

  it('names whom it rang again when a retry is taken back', async () => {
    const id = await makeCorrected(failed)
    const changeId = randomUUID()
    await caller.calls.changeMany({ ids: [id], action: { type: 'retry' }, changeId })
    expect(await rowOf(id)).toMatchObject({ status: 'ready', phoneNumber: right })
    await caller.calls.undoMany({ ids: [id], changeId })
    expect(await rowOf(id)).toMatchObject({
      ...failed,
      phoneNumber: wrong,
      customerName: 'Ana Riz',
    })
  })

  it('asks the gates about the new number, and changes nothing where one is closed', async () => {
    await caller.doNotCall.add({ phoneNumber: right, reason: 'Asked for it' })
    const id = await makeCorrected(failed)
    await expect(caller.calls.retry({ id })).rejects.toThrow(/do-not-call/i)
    expect(await rowOf(id)).toMatchObject({ phoneNumber: wrong, status: 'failed' })
  })

  it('is not held by what was decided about the old number', async () => {
    await caller.doNotCall.add({ phoneNumber: wrong, reason: 'Asked for it' })
    const id = await makeCorrected(failed)
    expect(await caller.calls.retry({ id })).toMatchObject({ status: 'ready' })
  })

  it('leaves nothing of the old number behind when that is erased', async () => {
    // Of no other organization, since all tables are searched.
    const phoneNumber = '+12025550155'
    const id = await makeCorrected(failed, phoneNumber)
    const changeId = randomUUID()
    await caller.calls.changeMany({ ids: [id], action: { type: 'retry' }, changeId })
    const holding = await tablesHolding(world.db, '2025550155')
    expect(holding).toEqual(expect.arrayContaining(['CallUndo', 'FeedEvent']))
    await caller.customers.erase({ phoneNumber })
    expect(await tablesHolding(world.db, '2025550155')).toEqual([])
    expect(await rowOf(id)).toMatchObject({ status: 'ready', phoneNumber: right })
  })

  it('asks no more about a visit that is of another number', async () => {
    await send(row('RO-1', 'Ana Riz', wrong), row('RO-2', 'Bea Sol', wrong))
    const call = await world.db.call.findFirstOrThrow({ where: { organizationId } })
    const covering = await caller.calls.byId({ id: call.id })
    const isFirst = covering.externalId === 'RO-1'
    await world.db.call.update({ where: { id: call.id }, data: { ...failed, dueAt: null } })
    await send(isFirst ? row('RO-1', 'Ana Ruiz', right) : row('RO-2', 'Ana Ruiz', right))
    expect(covering.coveredVisits).toHaveLength(1)
    expect(await caller.calls.retry({ id: call.id })).toMatchObject({
      phoneNumber: right,
      coveredVisits: [],
    })
  })
  /** A call about two visits of one number, and the other one of them. */
  async function makeShared() {
    await send(row('RO-1', 'Ana Riz', wrong), row('RO-2', 'Bea Sol', wrong))
    const call = await world.db.call.findFirstOrThrow({ where: { organizationId } })
    const { externalId, coveredVisits } = await caller.calls.byId({ id: call.id })
    const [other] = coveredVisits
    if (other === undefined) throw new Error('The visits have no call in common.')
    return { call, own: externalId, other }
  }
  /** Puts the call on the line; the answered function tells that it was busy. */
  async function ring(call: Awaited<ReturnType<typeof makeShared>>['call']) {
    const requestedAt = new Date('2026-11-20T16:59:00Z')
    const { placementKey, id } = await makeFirstAttempt(world.db, call, requestedAt)
    const live = { status: 'in_progress' }
    await world.db.callAttempt.update({ where: { id }, data: live })
    await world.db.call.update({
      where: { id: call.id },
      data: { ...live, dueAt: null, notBefore: null, attemptCount: 1 },
    })
    const busy: NewsOfAttempt = {
      type: 'ended',
      placementKey,
      providerCallId: null,
      at: world.clock.now(),
      source: 'callback',
      outcome: 'busy',
      talkSec: null,
      feedback: null,
    }
    return () => applyAttemptNews({ ...world.deps, db: world.deps.systemDb }, busy)
  }
  const callOf = (serviceRecordId: string) =>
    world.db.call.findFirst({ where: { organizationId, serviceRecordId } })
  const makeOwnCall = (serviceRecordId: string) =>
    world.db.call.create({
      data: {
        organizationId,
        serviceRecordId,
        phoneNumber: settledNumber,
        customerName: 'Bea Sol',
        status: 'canceled',
        outcome: 'canceled',
      },
    })
  /** Who took visits out of a call, and which. */
  async function leftOf(id: string) {
    const { edits } = await caller.calls.history({ id })
    return edits
      .filter(({ action }) => action === 'call.left')
      .map(({ actorName, before }) => [actorName, before?.externalId])
  }
  const countsOf = async () => {
    const where = { id: organizationId }
    return (await world.db.organization.findUniqueOrThrow({ where })).readyCount
  }

  it('gives a visit that leaves it by a retry a call of its own, as late as the retry', async () => {
    const { call, own, other } = await makeShared()
    const tellBusy = await ring(call)
    await send(row(own, 'Ana Ruiz', right))
    expect(await callOf(other.serviceRecordId)).toBeNull()
    const readyBefore = await countsOf()
    await tellBusy()
    const retried = await rowOf(call.id)
    expect(retried).toMatchObject({ status: 'missed', phoneNumber: right })
    const made = await callOf(other.serviceRecordId)
    expect(made).toMatchObject({ status: 'ready', phoneNumber: wrong, dueAt: retried.dueAt })
    // The call has left Ready for Missed, and the other one is there instead.
    expect(await countsOf()).toBe(readyBefore)
    expect(await world.db.feedEvent.count({ where: { callId: made?.id ?? '' } })).toBe(1)
    expect(await leftOf(call.id)).toEqual([['Ringback', other.externalId]])
  })

  const settledNumber = '+12025550177'
  it.each([
    ['deletes', (id: string) => caller.calls.delete({ id })],
    ['erases', () => caller.customers.erase({ phoneNumber: settledNumber })],
  ])(
    'lets a visit leave it by a retry although somebody %s its own, covered one at that moment',
    async (_, remove) => {
      const { call, own, other } = await makeShared()
      const tellBusy = await ring(call)
      const settled = await makeOwnCall(other.serviceRecordId)
      await world.db.coveredVisit.updateMany({
        where: { organizationId, callId: call.id },
        data: { settledCallId: settled.id },
      })
      await send(row(own, 'Ana Ruiz', right))
      const both = await world.db.$transaction(async (tx) => {
        // Whoever changes calls tells it to the feed last.
        await tx.$executeRaw`
          select 1 from "Organization" where id = ${organizationId}::uuid for no key update`
        const removing = remove(settled.id)
        await untilBlocked(world.db)
        const telling = tellBusy()
        await untilBlocked(world.db, 2)
        return [removing, telling]
      })
      await Promise.all(both)
      expect(await leftOf(call.id)).toEqual([['Ringback', other.externalId]])
      expect(await callOf(other.serviceRecordId)).toMatchObject({ status: 'ready' })
    },
  )

  it.each([
    ['unchanged', 'Bea Sol', false],
    ['with another name', 'Beatriz Sol', true],
  ])(
    'leaves a number that it has rung alone until the retry, where an import moves it on %s',
    async (_, name, isSent) => {
      const { call, own, other } = await makeShared()
      await makeFirstAttempt(world.db, call, new Date('2026-11-20T16:50:00Z'))
      const dueAt = new Date('2026-11-20T19:00:00Z')
      await world.db.call.update({
        where: { id: call.id },
        data: { status: 'missed', outcome: 'busy', dueAt, notBefore: dueAt, attemptCount: 1 },
      })
      const moved = isSent ? [row(other.externalId, name, wrong)] : []
      await send(row(own, 'Ana Ruiz', right), ...moved)
      expect(await callOf(other.serviceRecordId)).toMatchObject({ phoneNumber: wrong, dueAt })
    },
  )

  it('gives a visit that leaves it a call that lives as long, however old the visit is', async () => {
    const { call, own, other } = await makeShared()
    const dueAt = new Date('2026-11-20T19:00:00Z')
    const expiresAt = new Date('2027-01-15T19:00:00Z')
    await world.db.call.update({ where: { id: call.id }, data: { dueAt, expiresAt } })
    await world.db.serviceRecord.update({
      where: { organizationId_id: { organizationId, id: other.serviceRecordId } },
      data: { completedAt: new Date('2026-10-01T12:00:00Z') },
    })
    await send(row(own, 'Ana Ruiz', right))
    const made = await callOf(other.serviceRecordId)
    expect(made).toMatchObject({ status: 'ready', phoneNumber: wrong, expiresAt })
  })

  it.each(['call_again', 'it_did_not_ring'] as const)(
    'gives a visit a call where a person judges a doubtful one of another: %s',
    async (verdict) => {
      const { call, own, other } = await makeShared()
      await makeFirstAttempt(world.db, call, new Date('2026-11-20T16:00:00Z'))
      await world.db.call.update({
        where: { id: call.id },
        data: { ...doubtful, dueAt: null, notBefore: null, attemptCount: 1 },
      })
      await send(row(own, 'Ana Ruiz', right))
      await caller.calls.judge({ id: call.id, verdict })
      expect(await leftOf(call.id)).toEqual([['Robin', other.externalId]])
      const left = await callOf(other.serviceRecordId)
      expect(left).toMatchObject({ status: 'ready', phoneNumber: wrong })
      const { origin, edits } = await caller.calls.history({ id: left?.id ?? '' })
      expect(origin).toMatchObject({ action: 'call.judged', actorName: 'Robin' })
      expect(edits).toEqual([])
    },
  )

  it.each([
    ['of another number gets a call of its own', '+12025550123', 'ready'],
    ['whose number it has rung had its tries', wrong, undefined],
  ])('a visit %s where a person retries', async (_, number, status) => {
    const { call, own, other } = await makeShared()
    await makeFirstAttempt(world.db, call, new Date('2026-11-20T16:00:00Z'))
    await world.db.call.update({
      where: { id: call.id },
      data: { ...failed, dueAt: null, notBefore: null, attemptCount: 1 },
    })
    await send(row(own, 'Ana Ruiz', right), row(other.externalId, 'Bea Sol', number))
    await caller.calls.retry({ id: call.id })
    expect((await callOf(other.serviceRecordId))?.status).toBe(status)
  })
})
