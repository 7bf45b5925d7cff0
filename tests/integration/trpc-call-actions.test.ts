import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callStatuses } from '../../src/server/domain/call-status.ts'
import { scenarioOf } from '../../src/server/telephony/simulator/scenarios.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const now = '2026-11-20T17:00:00.000Z'
const make = (overrides: Parameters<typeof makeCall>[2] = {}) =>
  makeCall(world.db, world.organizationId, overrides)
const eventsOf = (callId: string) =>
  world.db.feedEvent.findMany({ where: { callId }, orderBy: { seq: 'asc' } })

describe('placing a call now', () => {
  it('makes it due at once, though it was due later', async () => {
    const { id } = await make({ dueAt: new Date('2026-11-24T15:00:00Z') })
    expect(await world.caller.calls.placeNow({ id })).toMatchObject({ status: 'ready', dueAt: now })
    expect(await eventsOf(id)).toHaveLength(1)
  })

  it('is refused with the reason of a closed gate', async () => {
    const { id } = await make({ phoneNumber: '+34911234567', record: { customerTimeZone: null } })
    await expect(world.caller.calls.placeNow({ id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/time zone/i),
    })
    expect(await eventsOf(id)).toEqual([])
  })

  it('waits for a free line and is not refused for it', async () => {
    const other = await createAppWorld()
    for (let line = 0; line < 3; line++) {
      const phoneNumber = `+1469555010${line}`
      await makeCall(other.db, other.organizationId, {
        status: 'ringing',
        dueAt: null,
        phoneNumber,
      })
    }
    const { id } = await makeCall(other.db, other.organizationId)
    expect(await other.caller.calls.placeNow({ id })).toMatchObject({ dueAt: now })
    await other[Symbol.asyncDispose]()
  })

  it('is refused while another call of the number is on the line', async () => {
    const other = await createAppWorld()
    await makeCall(other.db, other.organizationId, { status: 'ringing', dueAt: null })
    const { id } = await makeCall(other.db, other.organizationId)
    await expect(other.caller.calls.placeNow({ id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Another call to this number is on the line.',
    })
    await other[Symbol.asyncDispose]()
  })

  it('is refused for a call that is over or on the line', async () => {
    for (const status of ['completed', 'ringing'] as const) {
      const { id } = await make({ status, dueAt: null })
      const placing = world.caller.calls.placeNow({ id })
      await expect(placing).rejects.toMatchObject({ code: 'CONFLICT' })
    }
  })
})

describe('retrying a call', () => {
  it('sends it back to Ready and outlives its expiry', async () => {
    const expiresAt = new Date('2026-11-20T12:00:00Z')
    const { id } = await make({ status: 'missed', outcome: 'expired', dueAt: null, expiresAt })
    const call = await world.caller.calls.retry({ id })
    expect(call).toMatchObject({ status: 'ready', dueAt: now, outcome: 'expired' })
    expect(call.expiresAt).toBe('2026-11-21T17:00:00.000Z')
  })

  it('outlives the closed days until the schedule would place it', async () => {
    const { id: organizationId } = await makeOrganization(world.db)
    const caller = await world.callerOf(organizationId)
    const config = { timeZone: 'America/New_York', blockedDates: ['2026-11-20', '2026-11-21'] }
    await caller.scheduleConfig.update({ config })
    const expiresAt = new Date('2026-11-20T12:00:00Z')
    const missed = { status: 'missed', outcome: 'busy', dueAt: null, expiresAt } as const
    const { id } = await makeCall(world.db, organizationId, missed)
    expect((await caller.calls.retry({ id })).expiresAt).toBe('2026-11-24T14:00:00.000Z')
    const { nextEligibleAt } = await caller.calls.whyNotNow({ id })
    expect(nextEligibleAt).toBe('2026-11-23T14:00:00.000Z')
  })

  it('grants one more attempt when all are used', async () => {
    const { id } = await make({ status: 'missed', dueAt: null, attemptCount: 4 })
    expect(await world.caller.calls.retry({ id })).toMatchObject({ status: 'ready', dueAt: now })
    const { gates } = await world.caller.calls.whyNotNow({ id })
    expect(gates.find((gate) => gate.name === 'attempts_left')).toMatchObject({ pass: true })
  })

  it('is refused when the customer opted out', async () => {
    await world.db.doNotCall.upsert({
      where: {
        organizationId_phoneNumber: {
          organizationId: world.organizationId,
          phoneNumber: '+12125550199',
        },
      },
      create: { organizationId: world.organizationId, phoneNumber: '+12125550199' },
      update: {},
    })
    const { id } = await make({ status: 'missed', dueAt: null, phoneNumber: '+12125550199' })
    await expect(world.caller.calls.retry({ id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/do-not-call/i),
    })
  })
})

describe('rescheduling a call', () => {
  it('moves it, and a time that has passed means now', async () => {
    const { id } = await make()
    const dueAt = '2026-12-01T15:00:00.000Z'
    const later = await world.caller.calls.reschedule({ id, dueAt })
    expect(later).toMatchObject({ dueAt, scheduledTime: dueAt })
    expect(later.expiresAt).toBe('2026-12-02T15:00:00.000Z')
    const past = await world.caller.calls.reschedule({ id, dueAt: '2020-01-01T00:00:00Z' })
    expect(past.dueAt).toBe(now)
  })

  it('is refused beyond a year', async () => {
    const { id } = await make()
    const moving = world.caller.calls.reschedule({ id, dueAt: '9999-12-31T23:59:59Z' })
    await expect(moving).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('writing about a call', () => {
  it('changes nothing where the words are there already', async () => {
    const { id } = await make()
    const words = { id, notes: 'Call after lunch', tags: ['price'] }
    const first = await world.caller.calls.update(words)
    expect(first).toMatchObject({ version: 2, notes: 'Call after lunch' })
    expect(await world.caller.calls.update(words)).toEqual(first)
    expect(await world.caller.calls.update({ id })).toEqual(first)
    expect(await eventsOf(id)).toHaveLength(1)
  })
})

describe('canceling and deleting', () => {
  it('cancels what waits, and refuses what is on the line', async () => {
    const waiting = await make()
    expect(await world.caller.calls.cancel({ id: waiting.id })).toMatchObject({
      status: 'canceled',
    })
    const live = await make({ status: 'in_progress' })
    const canceling = world.caller.calls.cancel({ id: live.id })
    await expect(canceling).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('tells the feed of a deleted call and lowers the count of its tab', async () => {
    const other = await createAppWorld()
    const { id } = await makeCall(other.db, other.organizationId, { status: 'missed' })
    await other.caller.calls.delete({ id })
    const [event] = await other.db.feedEvent.findMany({ where: { callId: id } })
    expect(event).toMatchObject({
      version: 2,
      payload: { call: null, counts: { ready: 0, missed: 0, completed: 0 } },
    })
    expect(other.announced).toEqual([other.organizationId])
    await other[Symbol.asyncDispose]()
  })
})

describe('updating a call', () => {
  it('keeps what is not named, clears what is null, and counts the version', async () => {
    const { id } = await make({ notes: 'old', npsScore: 4, tags: ['a'] })
    const input = { id, expectedVersion: 1, notes: null, tags: ['b', 'b'] }
    expect(await world.caller.calls.update(input)).toMatchObject({
      notes: null,
      npsScore: 4,
      tags: ['b'],
      version: 2,
    })
    await expect(world.caller.calls.update(input)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await eventsOf(id)).toHaveLength(1)
  })
})

describe('judging a call in doubt', () => {
  async function makeDoubtful(overrides = {}) {
    const doubt = { status: 'unknown', outcome: 'unknown', dueAt: null, attemptCount: 1 } as const
    const call = await make({ ...doubt, ...overrides })
    await world.db.callAttempt.create({
      data: {
        organizationId: world.organizationId,
        callId: call.id,
        number: 1,
        placementKey: randomUUID(),
        provider: 'simulator',
        status: 'unknown',
        requestedAt: new Date(now),
        leaseExpiresAt: new Date(now),
        outcome: 'unknown',
        scheduleConfigVersion: 0,
        gates: [],
        history: [],
      },
    })
    return call.id
  }

  it.each([
    ['it_rang', { status: 'missed', outcome: 'no_answer', dueAt: null }, 'no_answer'],
    [
      'it_did_not_ring',
      { status: 'failed', outcome: 'provider_error', dueAt: '2026-11-20T17:05:00.000Z' },
      'provider_error',
    ],
    ['call_again', { status: 'ready', dueAt: now }, 'unknown'],
  ] as const)('as %s ends the doubt', async (verdict, expected, attemptOutcome) => {
    const id = await makeDoubtful()
    expect(await world.caller.calls.judge({ id, verdict })).toMatchObject(expected)
    const { attempts } = await world.caller.calls.byId({ id })
    expect(attempts).toMatchObject([{ number: 1, outcome: attemptOutcome }])
    expect(attempts[0]?.history).toHaveLength(verdict === 'call_again' ? 0 : 1)
  })

  it('promises no retry for after the end of the campaign', async () => {
    const { organizationId } = world
    const endsAt = new Date('2026-11-20T17:04:00Z')
    const { id: campaignId } = await world.db.campaign.create({
      data: { organizationId, name: 'Recall', endsAt },
    })
    const id = await makeDoubtful({ campaignId })
    const judged = await world.caller.calls.judge({ id, verdict: 'it_did_not_ring' })
    expect(judged).toMatchObject({ status: 'failed', dueAt: null })
    const { attempts } = await world.caller.calls.byId({ id })
    expect(attempts[0]?.history.at(-1)?.event).toMatch(/^not tried again: .* end of the campaign/)
  })

  it('is refused for every call that is not in doubt', async () => {
    for (const status of callStatuses.filter((each) => each !== 'unknown')) {
      const { id } = await make({ status })
      const judging = world.caller.calls.judge({ id, verdict: 'it_did_not_ring' })
      await expect(judging).rejects.toMatchObject({ code: 'CONFLICT' })
    }
  })
})

describe('where the customer may be', () => {
  it.each([
    ['America/Denver', '+12125550107', ['America/Denver']],
    [null, '+12125550108', ['America/New_York']],
    [null, '+442079460123', []],
  ])('is told of a visit in %s with %s as the gates count it', async (zone, phone, zones) => {
    const record = { customerTimeZone: zone, customerPhone: phone }
    const { id } = await makeCall(world.db, world.organizationId, { record, phoneNumber: phone })
    expect(await world.caller.calls.byId({ id })).toMatchObject({ customerZones: zones })
  })
})

describe('why not now', () => {
  it('names every gate, with the reason and the instant of a closed one', async () => {
    const other = await createAppWorld()
    const dueAt = new Date('2026-11-20T18:00:00Z')
    const { id } = await makeCall(other.db, other.organizationId, { dueAt })
    const answer = await other.caller.calls.whyNotNow({ id })
    await other[Symbol.asyncDispose]()
    expect(answer).toMatchObject({
      eligible: false,
      nextEligibleAt: '2026-11-20T18:00:00.000Z',
      evaluatedAt: now,
    })
    expect(answer.gates.filter(({ pass }) => !pass)).toEqual([
      { name: 'due', pass: false, reason: expect.any(String), until: '2026-11-20T18:00:00.000Z' },
    ])
  })
})

describe('demo calls', () => {
  it('keep whether the provider is to misbehave over them', async () => {
    const other = await createAppWorld()
    const wish = { scenarioId: 'busy', customerName: 'Ana' }
    const { id } = await other.caller.demo.create({ ...wish, isHostile: true })
    const { demoScenario } = await other.db.call.findUniqueOrThrow({ where: { id } })
    expect(scenarioOf(demoScenario)).toEqual({ id: 'busy', isHostile: true })
    await other[Symbol.asyncDispose]()
  })

  it('are created from every scenario, started first of all, and reset', async () => {
    const other = await createAppWorld()
    const { caller, organizationId } = other
    const real = await makeCall(other.db, organizationId)
    for (const { id } of await caller.demo.scenarios()) {
      await caller.demo.create({ scenarioId: id, customerName: 'Ana', serviceAdvisorName: 'Dana' })
    }
    const { calls, counts } = await caller.calls.list({ tab: 'ready', filter: { search: 'ana' } })
    expect(counts.ready).toBe(calls.length + 1)
    expect(calls[0]).toMatchObject({ isDemo: true, serviceAdvisorName: 'Dana', dueAt: null })
    expect(calls.map(({ phoneNumber }) => phoneNumber.slice(0, 10))).toEqual(
      calls.map(() => '+121255501'),
    )
    const started = await caller.demo.initiate({ callId: calls[0]?.id ?? '' })
    expect(started).toMatchObject({ dueAt: now, expiresAt: '2026-11-20T17:15:00.000Z' })
    expect(await caller.demo.reset()).toEqual({ deleted: calls.length })
    expect(await caller.demo.reset()).toEqual({ deleted: 0 })
    const left = await caller.calls.list({ tab: 'ready' })
    expect(left.calls.map(({ id }) => id)).toEqual([real.id])
    expect(left.counts).toEqual({ ready: 1, missed: 0, completed: 0 })
    expect(await other.db.serviceRecord.count({ where: { organizationId } })).toBe(1)
    await other[Symbol.asyncDispose]()
  })

  it('are hung up when a reset finds them on the line', async () => {
    const other = await createAppWorld()
    const { db, organizationId, deps } = other
    const hungUp: string[] = []
    deps.provider.hangUp = async (id) => {
      hungUp.push(id)
    }
    const call = await makeCall(db, organizationId, { isDemo: true, status: 'ringing' })
    await db.callAttempt.create({
      data: {
        organizationId,
        callId: call.id,
        number: 1,
        placementKey: randomUUID(),
        provider: 'simulator',
        providerCallId: 'line-7',
        status: 'ringing',
        requestedAt: new Date(now),
        leaseExpiresAt: new Date(now),
        scheduleConfigVersion: 0,
        gates: [],
      },
    })
    expect(await other.caller.demo.reset()).toEqual({ deleted: 1 })
    expect(hungUp).toEqual(['line-7'])
    await other[Symbol.asyncDispose]()
  })
})

describe("another organization's call", () => {
  it('is not there, whatever is asked of it', async () => {
    const others = await makeOrganization(world.db)
    const { id } = await makeCall(world.db, others.id, { status: 'missed' })
    const { calls, demo } = world.caller
    const asked = [
      () => calls.byId({ id }),
      () => calls.whyNotNow({ id }),
      () => calls.update({ id, notes: 'mine' }),
      () => calls.delete({ id }),
      () => calls.placeNow({ id }),
      () => calls.retry({ id }),
      () => calls.reschedule({ id, dueAt: now }),
      () => calls.cancel({ id }),
      () => calls.judge({ id, verdict: 'it_rang' }),
      () => demo.initiate({ callId: id }),
    ]
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.db.call.findUnique({ where: { id } })).toMatchObject({ version: 1 })
  })
})

describe('the schedule', () => {
  it('gives each of many savers at once a version of its own', async () => {
    const saving = Array.from({ length: 8 }, (_, at) =>
      world.caller.scheduleConfig.update({
        config: { timeZone: 'America/New_York', maxActiveCalls: at + 1 },
      }),
    )
    const versions = (await Promise.all(saving)).map(({ version }) => version)
    expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect((await world.caller.scheduleConfig.get()).version).toBe(8)
  })
})
