import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addToCampaign } from '../../src/server/services/add-to-campaign.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization, makeServiceRecord } from '../support/factories.ts'
import { someActor } from '../support/test-identity.ts'
import { untilBlocked } from '../support/until-blocked.ts'

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

let phones = 0
const number = () => {
  phones += 1
  return `+1202555${String(phones).padStart(4, '0')}`
}
const makeVisit = (overrides = {}) =>
  makeServiceRecord(world.db, organizationId, { customerPhone: number(), ...overrides })
const makeWaiting = (overrides: Parameters<typeof makeCall>[2] = {}) =>
  makeCall(world.db, organizationId, { record: { customerPhone: number() }, ...overrides })

const noProgress = {
  visits: 0,
  calls: 0,
  waiting: 0,
  covered: 0,
  optedOut: 0,
  byStatus: {
    ready: 0,
    placing: 0,
    ringing: 0,
    in_progress: 0,
    completed: 0,
    missed: 0,
    failed: 0,
    unknown: 0,
    canceled: 0,
  },
}

describe('a campaign', () => {
  test('is made, changed, paused and told with its state', async () => {
    const made = await caller.campaigns.create({
      name: ' Winter check ',
      startsAt: '2026-11-23T05:00:00Z',
      schedule: { maxAttempts: 2 },
    })
    expect(made).toMatchObject({
      name: 'Winter check',
      state: 'planned',
      isPaused: false,
      endsAt: null,
      schedule: { maxAttempts: 2 },
      scheduleVersion: 1,
      progress: noProgress,
    })
    const { id } = made
    const changed = await caller.campaigns.update({
      id,
      startsAt: null,
      schedule: {},
      expectedScheduleVersion: 1,
    })
    expect(changed).toMatchObject({ state: 'running', schedule: {}, scheduleVersion: 2 })
    expect(await caller.campaigns.pause({ id, isPaused: true })).toMatchObject({ state: 'paused' })
    const ended = await caller.campaigns.update({ id, endsAt: '2026-11-20T17:00:00Z' })
    expect(ended).toMatchObject({ state: 'ended', isPaused: true })
    expect(await caller.campaigns.list()).toEqual([ended])
    expect(await caller.campaigns.byId({ id })).toEqual(ended)
    const actions = await world.db.auditEntry.findMany({
      where: { organizationId },
      orderBy: { id: 'asc' },
    })
    expect(actions.map(({ action }) => action)).toEqual([
      'campaign.created',
      ...Array(3).fill('campaign.changed'),
    ])
    expect(await caller.campaigns.delete({ id })).toEqual({ id })
    await expect(caller.campaigns.byId({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('tells what was closed in favour of another call or by an opt-out from what was not reached', async () => {
    const { id: campaignId } = await caller.campaigns.create({ name: 'Recall' })
    const over = { campaignId, dueAt: null }
    const closed = { ...over, status: 'canceled', outcome: 'canceled' } as const
    const covered = await makeWaiting(closed)
    await makeWaiting(closed)
    await makeWaiting({ ...closed, outcome: 'opted_out' })
    await makeWaiting({ ...over, status: 'missed', outcome: 'no_answer' })
    const waiting = await makeWaiting({ campaignId })
    const { serviceRecordId, id: settledCallId } = covered
    await world.db.coveredVisit.create({
      data: { organizationId, callId: waiting.id, serviceRecordId, settledCallId },
    })
    expect(await caller.campaigns.byId({ id: campaignId })).toMatchObject({
      progress: {
        visits: 5,
        calls: 5,
        waiting: 1,
        covered: 1,
        optedOut: 1,
        byStatus: { ready: 1, missed: 1, canceled: 3 },
      },
    })
  })

  test('is refused where it makes no sense, naming the field', async () => {
    const refused = (wanted: Promise<unknown>, code: string, path: string) =>
      expect(wanted).rejects.toMatchObject({ code, cause: { issues: [{ path }] } })
    const { id } = await caller.campaigns.create({ name: 'One' })
    await refused(caller.campaigns.create({ name: 'One' }), 'CONFLICT', 'name')
    const dates = { startsAt: '2026-11-23T05:00:00Z', endsAt: '2026-11-23T05:00:00Z' }
    await refused(caller.campaigns.create({ name: 'Two', ...dates }), 'BAD_REQUEST', 'endsAt')
    await refused(
      caller.campaigns.update({ id, schedule: { retry: { busy: [20_000] } } }),
      ...(['BAD_REQUEST', 'schedule.retry.busy.0'] as const),
    )
    const overlapping = { start: '09:00', end: '18:00' }
    await expect(
      caller.campaigns.update({ id, schedule: { weekly: { monday: [overlapping, overlapping] } } }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^Monday: the window/) })
    await expect(
      caller.campaigns.update({ id, schedule: {}, expectedScheduleVersion: 4 }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('of another organization is not there, and only managers change any', async () => {
    const { id } = await caller.campaigns.create({ name: 'One' })
    const other = await world.callerOf((await makeOrganization(world.db)).id)
    expect(await other.campaigns.list()).toEqual([])
    const ask = [
      () => other.campaigns.byId({ id }),
      () => other.campaigns.update({ id, name: 'Mine' }),
      () => other.campaigns.pause({ id, isPaused: true }),
      () => other.campaigns.delete({ id }),
      () => other.campaigns.addRecords({ id, visits: { serviceRecordIds: [id] } }),
    ]
    for (const each of ask) await expect(each()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const agent = await world.callerOf(organizationId, 'agent')
    expect(await agent.campaigns.list()).toHaveLength(1)
    await expect(agent.campaigns.pause({ id, isPaused: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('visits in a campaign', () => {
  test('get a call, bring theirs along, share one, or are counted with the reason', async () => {
    const { id } = await caller.campaigns.create({
      name: 'Recall',
      schedule: { weekly: { monday: [{ start: '10:00', end: '12:00' }] } },
    })
    const other = await caller.campaigns.create({ name: 'Other' })
    const shared = number()
    const blocked = number()
    await world.db.doNotCall.create({ data: { organizationId, phoneNumber: blocked } })
    const old = new Date('2026-01-05T15:00:00Z')
    const created = await makeVisit({ customerPhone: shared, completedAt: old })
    const joined = await makeVisit({ customerPhone: shared })
    const moved = await makeWaiting()
    const skipped = [
      await makeVisit({ status: 'in_progress', completedAt: null }),
      await makeVisit({ customerPhone: blocked }),
      ...(
        await Promise.all([
          makeWaiting({ campaignId: other.id }),
          makeWaiting({ status: 'ringing', dueAt: null }),
          makeWaiting({ status: 'unknown', dueAt: null }),
        ])
      ).map((call) => ({ id: call.serviceRecordId })),
    ]
    const ids = [created, joined, ...skipped].map((visit) => visit.id)
    const visits = { serviceRecordIds: [...ids, moved.serviceRecordId, other.id] }
    const expected = {
      created: 1,
      moved: 1,
      joined: 1,
      skipped: [
        'not_found',
        'not_completed',
        'in_another_campaign',
        'on_the_line',
        'in_doubt',
        'do_not_call',
      ].map((reason) => ({ reason, count: 1 })),
    }
    expect(await caller.campaigns.addRecords({ id, visits, dryRun: true })).toEqual(expected)
    expect(await caller.campaigns.byId({ id })).toMatchObject({ progress: noProgress })

    expect(await caller.campaigns.addRecords({ id, visits })).toEqual(expected)
    expect(await caller.campaigns.byId({ id })).toMatchObject({
      progress: { visits: 3, calls: 2, waiting: 2, byStatus: { ready: 2 } },
    })
    const calls = await world.db.call.findMany({ where: { campaignId: id } })
    // Monday at ten, by the campaign's own hours, for the one that was made and the one that moved.
    expect(calls.map(({ dueAt }) => dueAt?.toISOString())).toEqual(
      Array(2).fill('2026-11-23T15:00:00.000Z'),
    )
    const again = await caller.campaigns.addRecords({ id, visits })
    expect(again).toMatchObject({ created: 0, moved: 0, joined: 0 })
    expect(again.skipped).toContainEqual({ reason: 'in_this_campaign', count: 3 })
  })

  test('do not join a call of their number that no campaign, or another one, is to place', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    const other = await caller.campaigns.create({ name: 'Other' })
    const waiting = await makeWaiting()
    const ofOther = await makeWaiting({ campaignId: other.id })
    const visits = [
      await makeVisit({ customerPhone: waiting.phoneNumber }),
      await makeVisit({ customerPhone: ofOther.phoneNumber }),
    ]
    const serviceRecordIds = visits.map((visit) => visit.id)
    expect(await caller.campaigns.addRecords({ id, visits: { serviceRecordIds } })).toMatchObject({
      created: 2,
      joined: 0,
    })
    for (const call of [waiting, ofOther]) {
      expect(await caller.calls.byId({ id: call.id })).toMatchObject({ coveredVisits: [] })
    }
  })

  test('bring their own call along, not the one of another visit that asks about them too', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    const own: Awaited<ReturnType<typeof makeWaiting>>[] = []
    for (const isOlder of [true, false, true, false]) {
      const [older, younger] = [await makeWaiting(), await makeWaiting()]
      const [call, covering] = isOlder ? [older, younger] : [younger, older]
      const { serviceRecordId } = call
      // It was missed for good when the visit got a call of its own, and then retried.
      await world.db.coveredVisit.create({
        data: { organizationId, callId: covering.id, serviceRecordId },
      })
      own.push(call)
    }
    const visits = { serviceRecordIds: own.map((call) => call.serviceRecordId) }
    await caller.campaigns.addRecords({ id, visits })
    const moved = await world.db.call.findMany({ where: { campaignId: id } })
    expect(moved.map((call) => call.id).sort()).toEqual(own.map((call) => call.id).sort())
  })

  test('have their calls locked in the order in which an erasure locks them', async () => {
    const { db } = world
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    const ids = Array.from({ length: 3 }, () => randomUUID()).sort()
    const calls = []
    for (const id of ids.toReversed()) calls.push(await makeWaiting({ id }))
    const visits = { serviceRecordIds: calls.map((call) => call.serviceRecordId) }
    const { adding } = await db.$transaction(async (tx) => {
      const lock = (ids: readonly (string | undefined)[]) =>
        tx.$executeRaw`select 1 from "Call" where id = any(${ids}::uuid[]) for update nowait`
      await lock(ids.slice(0, 1))
      const adding = caller.campaigns.addRecords({ id, visits })
      await untilBlocked(db)
      // It holds none of the others yet, or each would wait for the other one for ever.
      await lock(ids.slice(1))
      return { adding }
    })
    expect(await adding).toMatchObject({ moved: 3 })
  })

  test('get no second call where somebody asks for one meanwhile', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    const { id: serviceRecordId } = await makeVisit({ customerTimeZone: null })
    let asking: Promise<unknown> | undefined
    const zonesOfPhone = async () => {
      asking ??= caller.calls.create({ serviceRecordId }).catch((error) => error)
      await Promise.race([asking, untilBlocked(world.db)])
      return ['America/New_York']
    }
    const visits = { serviceRecordIds: [serviceRecordId] }
    const input = { organizationId, actor: someActor, id, visits, dryRun: false }
    const added = await addToCampaign({ ...world.deps, zonesOfPhone }, input)
    expect(added).toMatchObject({ created: 1 })
    expect(await asking).toMatchObject({ code: 'CONFLICT' })
  })

  test('are found by the time in which they ended', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    await makeVisit({ completedAt: new Date('2026-10-05T15:00:00Z'), serviceType: 'Brakes' })
    await makeVisit({ completedAt: new Date('2026-10-05T16:00:00Z') })
    await makeVisit({ completedAt: new Date('2026-10-06T00:00:00Z'), serviceType: 'Brakes' })
    const range = { completedFrom: '2026-10-05T00:00:00Z', completedTo: '2026-10-06T00:00:00Z' }
    const counted = { ...range, serviceType: 'Brakes' }
    expect(await caller.campaigns.addRecords({ id, visits: counted })).toMatchObject({ created: 1 })
    expect(await caller.campaigns.addRecords({ id, visits: range })).toMatchObject({ created: 1 })
  })

  test('that wait live to see the campaign', async () => {
    const { id } = await caller.campaigns.create({
      name: 'Recall',
      startsAt: '2026-12-07T05:00:00Z',
    })
    const add = (call: { serviceRecordId: string }) =>
      caller.campaigns.addRecords({ id, visits: { serviceRecordIds: [call.serviceRecordId] } })
    const soon = await makeWaiting({ expiresAt: new Date('2026-11-22T17:00:00Z') })
    const late = await makeWaiting({ expiresAt: new Date('2026-12-24T17:00:00Z') })
    for (const call of [soon, late]) expect(await add(call)).toMatchObject({ moved: 1 })
    const byId = ({ id }: { id: string }) => world.db.call.findUniqueOrThrow({ where: { id } })
    const dueAt = new Date('2026-12-07T14:00:00Z')
    const expiresAt = new Date('2026-12-14T14:00:00Z')
    expect(await byId(soon)).toMatchObject({ dueAt, expiresAt, heldReason: null })
    expect((await byId(late)).expiresAt).toEqual(late.expiresAt)
  })

  test('live to see the campaign when it is put off', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    const { id: otherId } = await caller.campaigns.create({ name: 'Tires' })
    const visits = [
      await makeVisit(),
      await makeVisit({ completedAt: new Date('2026-11-11T15:00:00Z') }),
    ]
    const ids = visits.map((visit) => visit.id)
    await caller.campaigns.addRecords({ id, visits: { serviceRecordIds: ids } })
    const expiresAt = new Date('2026-11-27T17:00:00Z')
    const over = { campaignId: id, status: 'missed', dueAt: null, expiresAt } as const
    const [ended, late, others] = [
      await makeWaiting(over),
      await makeWaiting({ campaignId: id, expiresAt: new Date('2027-01-24T17:00:00Z') }),
      await makeWaiting({ campaignId: otherId, expiresAt }),
    ]
    // A Saturday: the first window of the campaign opens on Monday.
    const startsAt = '2026-12-19T20:00:00Z'
    const events = await world.db.feedEvent.count({ where: { organizationId } })
    await caller.campaigns.update({ id, startsAt })
    const dueAt = new Date('2026-12-21T14:00:00Z')
    const calls = await world.db.call.findMany({ where: { serviceRecordId: { in: ids } } })
    const kept = { dueAt, expiresAt: new Date('2026-12-28T14:00:00Z'), heldReason: null }
    expect(calls).toMatchObject([kept, kept])
    // Two calls get more time, and all three that wait are planned anew.
    expect(await world.db.feedEvent.count({ where: { organizationId } })).toBe(events + 5)
    for (const call of [ended, late, others]) {
      const after = await world.db.call.findUniqueOrThrow({ where: { id: call.id } })
      expect(after.expiresAt).toEqual(call.expiresAt)
    }
    await caller.campaigns.update({ id, startsAt: null })
    const again = await world.db.call.findMany({ where: { serviceRecordId: { in: ids } } })
    expect(again.map((call) => call.expiresAt)).toEqual([kept.expiresAt, kept.expiresAt])
  })

  test('are left out where the campaign ends before their first window', async () => {
    // Friday 18:00 in New York until Saturday 10:00, when the next window opens.
    const dates = { startsAt: '2026-11-20T23:00:00Z', endsAt: '2026-11-21T15:00:00Z' }
    const { id } = await caller.campaigns.create({ name: 'Recall', ...dates })
    const waiting = await makeWaiting()
    const ids = [(await makeVisit()).id, waiting.serviceRecordId]
    expect(await caller.campaigns.addRecords({ id, visits: { serviceRecordIds: ids } })).toEqual({
      created: 0,
      moved: 0,
      joined: 0,
      skipped: [{ reason: 'no_window', count: 2 }],
    })
  })

  test('are refused by a campaign that is over', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall', endsAt: '2026-11-20T17:00:00Z' })
    const visits = { serviceRecordIds: [(await makeVisit()).id] }
    await expect(caller.campaigns.addRecords({ id, visits })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Recall has ended. Give it a later last day first.',
    })
  })

  test('move with the campaign’s dates, pause and hours', async () => {
    const { id } = await caller.campaigns.create({ name: 'Recall' })
    const call = await makeWaiting()
    await caller.campaigns.addRecords({ id, visits: { serviceRecordIds: [call.serviceRecordId] } })
    const byId = () => world.db.call.findUniqueOrThrow({ where: { id: call.id } })
    await caller.campaigns.update({ id, startsAt: '2026-11-24T05:00:00Z' })
    expect((await byId()).dueAt).toEqual(new Date('2026-11-24T14:00:00Z'))
    await caller.campaigns.pause({ id, isPaused: true })
    expect((await byId()).heldReason).toBe('Recall is paused')
    await caller.campaigns.pause({ id, isPaused: false })
    await caller.campaigns.update({ id, startsAt: null })
    expect(await byId()).toMatchObject({
      heldReason: null,
      dueAt: new Date('2026-11-20T17:00:00Z'),
    })
    await expect(caller.campaigns.delete({ id })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
