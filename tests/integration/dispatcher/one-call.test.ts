import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCalls } from '../../../src/server/db/call-row.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { eraseCustomer } from '../../../src/server/services/erase-customer.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { someActor } from '../../support/test-identity.ts'
import { untilBlocked } from '../../support/until-blocked.ts'

let world: DispatchWorld
let provider: ScriptedProvider
beforeEach(async () => {
  world = await createDispatchWorld()
  provider = new ScriptedProvider()
})
afterEach(() => world[Symbol.asyncDispose]())

const customerPhone = '+14695550000'
const callOf = async (id: string) => (await readCalls(world.db, world.organizationId, [id]))[0]
/** The visits that its history says Ringback had it ask about, or took out of it. */
async function toldOf(subjectId: string, action: 'call.joined' | 'call.left'): Promise<string[]> {
  const where = { subjectId, action, actorKind: 'system', actorName: 'Ringback' }
  const entries = await world.db.auditEntry.findMany({ where })
  return entries
    .map(({ before, after }) => (action === 'call.joined' ? after : before))
    .map((told) => z.object({ serviceRecordId: z.string() }).parse(told).serviceRecordId)
    .sort()
}
const joinedOf = (callId: string) => toldOf(callId, 'call.joined')
const leftOf = (callId: string) => toldOf(callId, 'call.left')
const due = (at: string) => ({ dueAt: new Date(at), notBefore: new Date(at) })

describe('a call that is placed takes the waiting calls of its number along', () => {
  test('whether they are due, due later, held, or tried before', async () => {
    const placed = await world.makeDueCall({
      record: { customerPhone },
      expiresAt: new Date('2026-11-21T15:00:00Z'),
    })
    const others = [
      await world.makeDueCall({ record: { customerPhone } }),
      await world.makeDueCall({ record: { customerPhone }, ...due('2026-11-24T15:00:00Z') }),
      await world.makeDueCall({ record: { customerPhone }, heldReason: 'No window opens' }),
      await world.makeDueCall({
        record: { customerPhone },
        status: 'missed',
        outcome: 'busy',
        attemptCount: 1,
        startTime: new Date('2026-09-01T15:00:00Z'),
        ...due('2026-11-22T15:00:00Z'),
      }),
    ]
    const otherCustomer = await world.makeDueCall()
    world.startDispatcher(provider)
    await world.settle()

    expect(provider.requests.map(({ phoneNumber }) => phoneNumber).sort()).toEqual(
      [customerPhone, otherCustomer.phoneNumber].sort(),
    )
    const covering = await callOf(placed.id)
    expect(covering).toMatchObject({ status: 'placing', coveredByCallId: null })
    const visitIds = others.map(({ serviceRecordId }) => serviceRecordId).sort()
    expect(covering?.coveredVisits.map((visit) => visit.serviceRecordId).sort()).toEqual(visitIds)
    expect(await joinedOf(placed.id)).toEqual(visitIds)
    expect(await joinedOf(otherCustomer.id)).toEqual([])
    expect(covering?.coveredVisits[0]?.vehicleInfo).toMatchObject({ make: 'Honda' })
    // Its retries may go on as long as the longest of them might have waited.
    expect(covering?.expiresAt).toBe('2026-11-27T15:00:00.000Z')
    for (const { id } of others) {
      expect(await callOf(id)).toMatchObject({
        status: 'canceled',
        outcome: 'canceled',
        dueAt: null,
        heldReason: null,
        coveredByCallId: placed.id,
        coveredVisits: [],
      })
      expect((await world.statusesTold(id)).at(-1)).toBe('canceled')
    }
  })

  test('but not those that may be called in their own right', async () => {
    await world.saveSchedule({ minDaysBetweenCalls: 3 })
    const campaign = await world.db.campaign.create({
      data: { organizationId: world.organizationId, name: 'Recall', isPaused: true },
    })
    const record = { customerPhone }
    await world.makeDueCall({ record })
    const kept = [
      await world.makeDueCall({ record, ...due('2026-11-23T17:00:00Z') }),
      await world.makeDueCall({ record, campaignId: campaign.id, ...due('2026-11-21T17:00:00Z') }),
      await world.makeDueCall({ record, isDemo: true, ...due('2026-11-21T17:00:00Z') }),
    ]
    world.startDispatcher(provider)
    await world.settle()
    for (const { id } of kept) {
      expect(await world.callById(id)).toMatchObject({ status: 'ready', version: 1 })
    }
  })

  test('before an erasure of the number that comes meanwhile', async () => {
    const phoneNumber = '+14695550119'
    const record = { customerPhone: phoneNumber, customerTimeZone: null }
    await world.makeDueCall({ record, ...due('2026-11-24T15:00:00Z') })
    await world.makeDueCall({ record })
    const { organizationId, db } = world
    const deps = world.depsWith(provider)
    let erasing: Promise<unknown> | undefined
    const zonesOfPhone = async () => {
      // First between the look at what is due and the one at the other calls of its number.
      if (erasing === undefined) {
        const who = { organizationId, actor: someActor }
        erasing = eraseCustomer(deps, who, { phoneNumber }).catch((error) => error)
        await untilBlocked(db)
      }
      return ['America/New_York']
    }
    const claimed = await claimDueCalls({ ...deps, zonesOfPhone }, { organizationId, limit: 1 })
    expect(claimed.attempts).toHaveLength(1)
    expect(await erasing).toMatchObject({ code: 'conflict' })
  })

  test('but no sample visit with an own one', async () => {
    await world.makeDueCall({ record: { customerPhone } })
    const sample = await world.makeDueCall({
      record: { customerPhone, isSample: true },
      ...due('2026-11-21T17:00:00Z'),
    })
    world.startDispatcher(provider)
    await world.settle()
    expect(provider.requests).toHaveLength(1)
    expect(await world.callById(sample.id)).toMatchObject({ status: 'ready', version: 1 })
  })

  test('and a settled call takes along what it covered itself', async () => {
    const first = await world.makeDueCall({ record: { customerPhone } })
    const second = await world.makeDueCall({ record: { customerPhone } })
    const third = await world.makeDueCall({ record: { customerPhone }, status: 'canceled' })
    const { organizationId } = world
    await world.db.coveredVisit.create({
      data: { organizationId, callId: second.id, serviceRecordId: third.serviceRecordId },
    })
    world.startDispatcher(provider)
    await world.settle()
    expect(await callOf(first.id)).toMatchObject({
      coveredVisits: [
        { serviceRecordId: second.serviceRecordId },
        { serviceRecordId: third.serviceRecordId },
      ],
    })
    expect(await callOf(second.id)).toMatchObject({ coveredVisits: [] })
    expect(await joinedOf(first.id)).toEqual([second.serviceRecordId, third.serviceRecordId].sort())
    expect(await leftOf(second.id)).toEqual([third.serviceRecordId])
    expect(await leftOf(first.id)).toEqual([])
  })
})
