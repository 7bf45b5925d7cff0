import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const phoneNumber = '+14695550142'
const visitOn = (day: string) => ({ customerPhone: phoneNumber, completedAt: new Date(day) })

it("tells the customer's other visits, newest first, each with its call", async () => {
  const { db, organizationId, caller } = world
  const { id } = await makeCall(db, organizationId, { phoneNumber, record: visitOn('2026-11-19') })
  const older = await makeCall(db, organizationId, {
    phoneNumber,
    record: visitOn('2025-05-02'),
    status: 'completed',
    outcome: 'answered',
    dueAt: null,
    npsScore: 3,
  })
  const newer = await makeCall(db, organizationId, { phoneNumber, record: visitOn('2026-02-01') })
  await makeCall(db, organizationId, { phoneNumber: '+14695550143' })
  const elsewhere = await makeOrganization(db)
  await makeCall(db, elsewhere.id, { phoneNumber, record: visitOn('2026-11-18') })

  const { visits, hasMoreVisits } = await caller.calls.history({ id })
  expect(visits.map(({ call }) => call?.id)).toEqual([newer.id, older.id])
  expect(visits[1]).toMatchObject({
    completedAt: '2025-05-02T00:00:00.000Z',
    call: { status: 'completed', npsScore: 3 },
  })
  expect(hasMoreVisits).toBe(false)
})

it('leads from a visit that another call asked about to that call', async () => {
  const { db, organizationId, caller } = world
  const phone = '+14695550144'
  const make = (day: string, call: Parameters<typeof makeCall>[2] = {}) =>
    makeCall(db, organizationId, {
      phoneNumber: phone,
      record: { customerPhone: phone, completedAt: new Date(day) },
      ...call,
    })
  const asked = await make('2026-11-10', { status: 'completed', dueAt: null, npsScore: 8 })
  const settled = await make('2026-11-12', { status: 'canceled', dueAt: null })
  const { serviceRecordId } = settled
  await db.coveredVisit.create({
    data: { organizationId, callId: asked.id, serviceRecordId, settledCallId: settled.id },
  })
  const { id } = await make('2026-11-19')
  const { visits } = await caller.calls.history({ id })
  expect(visits.map(({ call }) => [call?.id, call?.npsScore])).toEqual([
    [asked.id, 8],
    [asked.id, 8],
  ])
})

it('tells who changed the call, and what', async () => {
  const { db, organizationId, caller } = world
  const { id } = await makeCall(db, organizationId)
  const other = await makeCall(db, organizationId)
  await caller.calls.update({ id, notes: 'Prefers mornings' })
  await caller.calls.update({ id: other.id, notes: 'Another call' })
  await caller.calls.cancel({ id })
  const { edits } = await caller.calls.history({ id })
  expect(edits.map(({ action }) => action)).toEqual(['call.canceled', 'call.updated'])
  expect(edits[1]).toMatchObject({ actorKind: 'user', after: { notes: 'Prefers mornings' } })
})

it('keeps what the conversation brought where a person puts it right', async () => {
  const { db, organizationId, caller } = world
  const feedback = { positiveMentions: ['Fast', 'Kind'], areasToImprove: [] }
  const { id } = await makeCall(db, organizationId, { npsScore: 9, record: feedback })
  await caller.calls.update({ id, npsScore: 3, positiveMentions: ['Kind'] })
  const changed = await caller.calls.update({ id, npsScore: 2, areasToImprove: [' Slow '] })
  expect(changed).toMatchObject({ positiveMentions: ['Kind'], areasToImprove: ['Slow'] })
  const { originals } = await caller.calls.history({ id })
  expect(originals).toMatchObject([
    { field: 'npsScore', value: 9 },
    { field: 'positiveMentions', value: ['Fast', 'Kind'] },
    { field: 'areasToImprove', value: [] },
  ])
})

it('tells every call of the visit that its mentions were put right, and by whom', async () => {
  const { db, organizationId, caller } = world
  const record = { positiveMentions: ['Fast'] }
  const { id, serviceRecordId } = await makeCall(db, organizationId, { npsScore: 9, record })
  const other = await makeCall(db, organizationId, { serviceRecordId, npsScore: 4 })
  await caller.calls.update({ id, npsScore: 8, positiveMentions: ['Fast'] })
  await caller.calls.update({ id, positiveMentions: ['Kind'] })
  const told = await db.feedEvent.findMany({ where: { callId: other.id } })
  expect(told).toMatchObject([
    { version: other.version + 1, payload: { call: { positiveMentions: ['Kind'] } } },
  ])
  expect((await caller.calls.byId({ id: other.id })).version).toBe(other.version + 1)
  const { originals } = await caller.calls.history({ id: other.id })
  expect(originals).toMatchObject([{ field: 'positiveMentions', value: ['Fast'] }])
})

it('knows no call that is not there', async () => {
  await expect(world.caller.calls.history({ id: randomUUID() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
