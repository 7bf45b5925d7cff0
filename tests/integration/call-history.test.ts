import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization, makeServiceRecord } from '../support/factories.ts'

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

it('tells who brought a call in, exactly, though all of it happened at one instant', async () => {
  const { db, organizationId, caller } = world
  const visit = (name: string) => ({
    externalId: name,
    customerName: name,
    customerPhone: `+1212555020${name.length}`,
    serviceType: 'Brakes',
    completedAt: '2026-11-20T15:00:00Z',
  })
  const pushed = await caller.serviceRecords.create(visit('A'))
  const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed'
  await caller.serviceRecords.import({
    fileName: 'friday.csv',
    content: [header, 'BB,Bo,+12125550202,Brakes,11/20/2026 10:00 AM'].join('\n'),
  })
  const { id: campaignId } = await caller.campaigns.create({ name: 'Recall' })
  const makeVisit = () => makeServiceRecord(db, organizationId, { status: 'completed' })
  const [inCampaign, byHand] = [await makeVisit(), await makeVisit()]
  const asked = { id: campaignId, visits: { serviceRecordIds: [inCampaign.id] } }
  await caller.campaigns.addRecords(asked)
  await caller.calls.create({ serviceRecordId: byHand.id })
  const demo = await caller.demo.create({ scenarioId: 'promoter', customerName: 'Ada' })
  const originOf = async (where: { externalId: string } | { id: string }) => {
    const { id, createdAt } = await db.call.findFirstOrThrow({ where: { serviceRecord: where } })
    const { origin, edits } = await caller.calls.history({ id })
    expect(edits).toEqual([])
    expect(origin).toMatchObject({ actorName: 'Robin', createdAt: createdAt.toISOString() })
    return [origin?.action, origin?.fileName, origin?.campaignName]
  }
  expect(pushed.call).not.toBeNull()
  expect(await originOf({ externalId: 'A' })).toEqual(['service_record.created', null, null])
  expect(await originOf({ externalId: 'BB' })).toEqual([
    ...['service_records.imported', 'friday.csv', null],
  ])
  expect(await originOf({ id: inCampaign.id })).toEqual(['campaign.visits_added', null, 'Recall'])
  expect(await originOf({ id: byHand.id })).toEqual(['call.created', null, null])
  expect(await originOf({ id: demo.serviceRecordId })).toEqual(['demo_call.created', null, null])
})

it('tells who brought another visit into a waiting call or took it out, and which', async () => {
  const { db, caller } = world
  const customerPhone = '+12125550401'
  const push = (externalId: string) =>
    caller.serviceRecords.create({
      externalId,
      customerName: 'Ana Ruiz',
      customerPhone,
      serviceType: 'Brakes',
      completedAt: '2026-11-20T15:00:00Z',
    })
  const { call } = await push('J-1')
  const { serviceRecord } = await push('J-2')
  await world.clock.advance(60_000)
  const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed'
  const send = async (...rows: string[]) => {
    await caller.serviceRecords.import({
      fileName: 'late.csv',
      content: [header, ...rows].join('\n'),
    })
    await world.clock.advance(60_000)
  }
  const row = (order: string, phone = customerPhone) =>
    `${order},Ana Ruiz,${phone},Oil,11/20/2026 10:30 AM`
  await send(row('J-3'))
  const [late] = (await caller.serviceRecords.imports()).imports
  const id = call?.id ?? ''
  const told = async () => {
    const { edits } = await caller.calls.history({ id })
    return edits.map(({ action, actorName, before, after }) => [
      action,
      actorName,
      (after ?? before)?.externalId,
    ])
  }
  expect(await told()).toEqual([
    ['call.joined', 'Robin', 'J-3'],
    ['call.joined', 'Robin', 'J-2'],
  ])
  await send(row('J-2', '+12125550402'))
  expect((await told())[0]).toEqual(['call.left', 'Robin', 'J-2'])
  const undone = await caller.serviceRecords.undoImport({ importId: late?.id ?? '' })
  // Neither that it joined nor that another one left is work on the call.
  expect(undone).toMatchObject({ visitsRemoved: 1, stayed: [] })
  expect(await told()).toEqual([
    ['call.left', 'Robin', undefined],
    ['call.left', 'Robin', 'J-2'],
    ['call.joined', 'Robin', undefined],
    ['call.joined', 'Robin', 'J-2'],
  ])
  const { entries } = await caller.audit.list({ limit: 5 })
  const actions = entries.map(({ action }) => action)
  expect(actions).not.toContain('call.joined')
  expect(actions).not.toContain('call.left')
  await db.serviceRecord.delete({ where: { id: serviceRecord.id } })
  expect((await told()).at(-1)).toEqual(['call.joined', 'Robin', undefined])
})

it('says nothing of who brought in what nobody did', async () => {
  const { id } = await makeCall(world.db, world.organizationId)
  expect((await world.caller.calls.history({ id })).origin).toBeNull()
})

it('tells what a later import corrected of an open call, and of one that was made what it shows', async () => {
  const { db, organizationId, caller } = world
  const header = 'RO #,Customer Name,Mobile Phone,Work Type,Closed,Service Advisor'
  const send = (...rows: string[]) =>
    caller.serviceRecords.import({ fileName: 'day.csv', content: [header, ...rows].join('\n') })
  const row = (order: string, words: string) => `${order},${words},11/20/2026 10:00 AM,Kim`
  await send(
    row('C-1', 'Ana Ruis,+12125550301,Brakes'),
    row('C-2', 'Bo Li,+12125550302,Brakes'),
    row('C-3', 'Cy Ott,+12125550303,Brakes'),
  )
  const callOf = (externalId: string) =>
    db.call.findFirstOrThrow({ where: { organizationId, serviceRecord: { externalId } } })
  const { id: doneId } = await callOf('C-2')
  await db.call.update({ where: { id: doneId }, data: { status: 'completed', dueAt: null } })
  await world.clock.advance(60_000)
  await send(
    row('C-1', 'Ana Ruiz,+12125550311,Brakes').replace('Kim', 'Lou'),
    row('C-2', 'Bo Lee,+12125550302,Oil change'),
    row('C-3', 'Cy Ott,+12125550303,Brakes'),
  )
  const open = await caller.calls.history({ id: (await callOf('C-1')).id })
  expect(open.edits).toMatchObject([
    {
      action: 'call.reworded',
      actorName: 'Robin',
      before: {
        customerName: 'Ana Ruis',
        phoneNumber: '+12125550301',
        serviceAdvisorName: 'Kim',
      },
      after: {
        customerName: 'Ana Ruiz',
        phoneNumber: '+12125550311',
        serviceAdvisorName: 'Lou',
        fileName: 'day.csv',
      },
    },
  ])
  const done = await caller.calls.history({ id: doneId })
  expect(done.edits.map(({ before, after }) => [before, after])).toEqual([
    [{ serviceType: 'Brakes' }, { serviceType: 'Oil change', fileName: 'day.csv' }],
  ])
  expect((await caller.calls.history({ id: (await callOf('C-3')).id })).edits).toEqual([])
})

it('goes on to older changes, page after page, each told once', async () => {
  const { db, organizationId, caller } = world
  const { id } = await makeCall(db, organizationId)
  const notes = Array.from({ length: 65 }, (_, at) => `note ${at}`)
  await db.auditEntry.createMany({
    data: notes.map((note) => ({
      organizationId,
      actorKind: 'user',
      actorName: 'Robin',
      action: 'call.updated',
      subjectType: 'call',
      subjectId: id,
      after: { notes: note },
      // All at one instant, where only their ids tell them apart.
      createdAt: new Date('2026-11-20T17:00:00Z'),
    })),
  })
  const told: unknown[] = []
  const sizes: number[] = []
  let cursor: string | null = null
  do {
    const page = await caller.calls.history({ id, cursor })
    told.push(...page.edits.map(({ after }) => after?.notes))
    sizes.push(page.edits.length)
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(sizes).toEqual([30, 30, 5])
  expect(told).toHaveLength(65)
  expect(new Set(told)).toEqual(new Set(notes))
})

it('knows no call that is not there', async () => {
  await expect(world.caller.calls.history({ id: randomUUID() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('tells praise with a call that a person wrote the feedback of, and tells the pages of it', async () => {
  const { db, organizationId, caller } = world
  const ended = { status: 'completed', dueAt: null, endTime: new Date('2026-06-08T16:00:00Z') }
  const older = await makeCall(db, organizationId, { ...ended, npsScore: 9 })
  const newer = await makeCall(db, organizationId, {
    ...ended,
    endTime: new Date('2026-06-09T16:00:00Z'),
    serviceRecordId: older.serviceRecordId,
  })
  await caller.calls.update({ id: newer.id, npsScore: 3 })
  expect(await db.feedEvent.findMany({ where: { callId: older.id } })).toMatchObject([
    { payload: { call: { isNewestAnswered: false } } },
  ])
  const { edits } = await caller.calls.history({ id: newer.id })
  expect(edits[0]?.after).toEqual({ npsScore: 3 })
})
