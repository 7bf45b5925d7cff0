import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCasesAddress } from '../../src/client/features/cases/cases-address.ts'
import { casesOfFigure, filterOf, shownBy } from '../../src/client/features/cases/shown-cases.ts'
import type { CallColumns } from '../../src/server/db/client.ts'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { listCaseIds } from '../../src/server/db/list-cases.ts'
import type { CallEvent } from '../../src/server/domain/call-status.ts'
import { applyChange, changeCall, lockCall } from '../../src/server/services/change-call.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { atOnce } from '../support/at-once.ts'
import { makeCall, makeOrganization, makeServiceAdvisor } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const answered: CallEvent = {
  type: 'attempt_ended',
  outcome: 'answered',
  talkSec: 40,
  retryAt: null,
  retryWishedAt: null,
}

/** Makes one of the team answer for the advisor of every visit there is. */
async function giveAdvisor(organizationId: string) {
  const advisor = await makeServiceAdvisor(world.db, organizationId)
  await world.db.serviceRecord.updateMany({
    where: { organizationId },
    data: { serviceAdvisorId: advisor.id },
  })
  const { actor } = await world.identityOf(organizationId, 'agent')
  const owner = await world.callerOf(organizationId)
  await owner.cases.linkAdvisor({ id: advisor.id, userId: actor.id })
  const member = await world.db.member.findFirstOrThrow({
    where: { organizationId, userId: actor.id ?? '' },
  })
  return { advisor, member, remove: () => owner.team.remove({ id: member.id }) }
}

/** A house of its own, with a call on the line that can end with a score. */
async function makeHouse(call: Parameters<typeof makeCall>[2] = {}) {
  const { id: organizationId } = await makeOrganization(world.db)
  const live = { status: 'in_progress', attemptCount: 1, dueAt: null }
  const { id: callId } = await makeCall(world.db, organizationId, { ...live, ...call })
  const target = { organizationId, callId }
  const asDispatcher = { ...world.deps, db: world.deps.systemDb }
  const end = (fields: CallColumns) =>
    changeCall(asDispatcher, target, () => ({ event: answered, fields }))
  return {
    organizationId,
    callId,
    target,
    end,
    cases: () => world.db.case.findMany({ where: { organizationId } }),
    caller: await world.callerOf(organizationId, 'agent'),
  }
}

it('is given to nobody who is leaving the team', async () => {
  const { organizationId, end, cases, caller } = await makeHouse()
  await end({ npsScore: 3 })
  const [opened] = await cases()
  const { actor } = await world.identityOf(organizationId, 'manager')
  const ownerId = actor.id ?? ''
  const leaving = await world.db.member.findFirstOrThrow({
    where: { organizationId, userId: ownerId },
  })
  const owner = await world.callerOf(organizationId)
  const remove = () => owner.team.remove({ id: leaving.id })
  const give = () => caller.cases.assign({ id: opened?.id ?? '', ownerId })
  const [removed, given] = await atOnce<unknown>(world.db, organizationId, [remove, give])
  expect([removed, given]).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { code: 'NOT_FOUND' } },
  ])
  expect(await cases()).toMatchObject([{ ownerId: null }])
})

describe('a low score', () => {
  it('opens a case, due at the end of the next working day', async () => {
    const { end, cases, callId } = await makeHouse()
    await end({ npsScore: 6 })
    expect(await cases()).toMatchObject([
      { callId, ownerId: null, closedAt: null, dueAt: new Date('2026-11-21T19:00:00Z') },
    ])
  })

  it('opens it in the very transaction that writes the score, or not at all', async () => {
    const { target, cases } = await makeHouse()
    const { clock, systemDb } = world.deps
    const work = inOrganization(systemDb, target.organizationId, async (tx) => {
      const call = await lockCall(tx, target)
      await applyChange(tx, call, { event: answered, fields: { npsScore: 2 } }, clock.now())
      expect(await tx.case.count({ where: target })).toBe(1)
      throw new Error('the server ends here')
    })
    await expect(work).rejects.toThrow('the server ends here')
    expect(await cases()).toEqual([])
  })

  it('opens one case for good, however often the score is written', async () => {
    const { end, cases, callId, caller } = await makeHouse()
    await end({ npsScore: 3 })
    await caller.calls.update({ id: callId, npsScore: 2 })
    await caller.calls.update({ id: callId, npsScore: 9 })
    await caller.calls.update({ id: callId, npsScore: 1 })
    expect(await cases()).toHaveLength(1)
  })

  it('opens it where a person writes it too, and for nothing else that is written', async () => {
    const { end, cases, callId, caller } = await makeHouse()
    await end({ npsScore: 8 })
    await caller.calls.update({ id: callId, notes: 'Called twice' })
    expect(await cases()).toEqual([])
    await caller.calls.update({ id: callId, npsScore: 4 })
    expect(await cases()).toHaveLength(1)
  })

  it.each([
    ['seven', { npsScore: 7 }, {}],
    ['no score', { npsScore: null }, {}],
    ['a demo', { npsScore: 0 }, { isDemo: true }],
  ] as const)('is not %s', async (_, fields, call) => {
    const { end, cases } = await makeHouse(call)
    expect(await end(fields)).toMatchObject({ changed: true })
    expect(await cases()).toEqual([])
  })

  it('is what the organization calls low, from then on', async () => {
    const { organizationId, end, cases, caller } = await makeHouse()
    const manager = await world.callerOf(organizationId, 'manager')
    const scored = async (npsScore: number) => {
      const live = { status: 'in_progress', attemptCount: 1, dueAt: null }
      const { id: callId } = await makeCall(world.db, organizationId, live)
      const asDispatcher = { ...world.deps, db: world.deps.systemDb }
      await changeCall(asDispatcher, { organizationId, callId }, () => ({
        event: answered,
        fields: { npsScore },
      }))
      return (await world.db.case.count({ where: { callId } })) === 1
    }
    await end({ npsScore: 8 })
    expect(await caller.cases.rule()).toEqual({ lowScore: 6 })
    expect(await manager.cases.changeRule({ lowScore: 8 })).toEqual({ lowScore: 8 })
    // What was said before stays as it was.
    expect(await cases()).toEqual([])
    expect([await scored(8), await scored(9)]).toEqual([true, false])
    await world.clock.advance(1000)
    await manager.cases.changeRule({ lowScore: null })
    expect(await scored(0)).toBe(false)
    expect(await cases()).toHaveLength(1)
    await manager.cases.changeRule({ lowScore: null })
    const marks = await world.db.auditEntry.findMany({
      where: { organizationId, action: 'case_rule.changed' },
      orderBy: { createdAt: 'asc' },
    })
    expect(marks.map(({ before, after }) => [before, after])).toEqual([
      [{ lowScore: 6 }, { lowScore: 8 }],
      [{ lowScore: 8 }, { lowScore: 'never' }],
    ])
    await expect(manager.cases.changeRule({ lowScore: 11 })).rejects.toThrow(/0 to 10/)
  })

  it('is for whoever answers for the advisor, while they are here', async () => {
    const { organizationId, callId, end, cases, caller } = await makeHouse()
    const { advisor, member, remove } = await giveAdvisor(organizationId)
    await end({ npsScore: 0 })
    expect(await cases()).toMatchObject([{ callId, ownerId: member.userId }])
    await remove()
    expect(await cases()).toMatchObject([{ ownerId: null }])
    expect(await caller.cases.advisors()).toMatchObject([{ id: advisor.id, userId: null }])
  })

  it('is for nobody where who answers for the advisor is just leaving the team', async () => {
    const { organizationId, callId, end, cases } = await makeHouse()
    const { remove } = await giveAdvisor(organizationId)
    const open = () => end({ npsScore: 0 })
    const both = await atOnce<unknown>(world.db, organizationId, [remove, open])
    expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(await cases()).toMatchObject([{ callId, ownerId: null }])
  })
})

describe('an open case', () => {
  async function makeOpen() {
    const house = await makeHouse()
    await house.end({ npsScore: 3 })
    const [open] = await house.cases()
    if (open === undefined) throw new Error('There is no case.')
    return { ...house, id: open.id }
  }

  it('is taken by one of two who want it, and handed over', async () => {
    const { organizationId, id, callId } = await makeOpen()
    const people = [
      await world.identityOf(organizationId, 'agent'),
      await world.identityOf(organizationId, 'manager'),
    ]
    const [first, second] = people.map(({ actor }) => actor.id)
    const caller = await world.callerOf(organizationId, 'agent')
    const before = await world.db.call.findUniqueOrThrow({ where: { id: callId } })
    const taken = await caller.cases.assign({ id, ownerId: first ?? '', expectedOwnerId: null })
    expect(taken).toMatchObject({ ownerId: first, status: 'open' })
    await expect(
      caller.cases.assign({ id, ownerId: second ?? '', expectedOwnerId: null }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await caller.cases.assign({ id, ownerId: second ?? '' })).toMatchObject({
      ownerId: second,
    })
    // The feed tells the call anew, so that every page learns of it.
    const after = await world.db.call.findUniqueOrThrow({ where: { id: callId } })
    expect(after.version).toBe(before.version + 2)
    expect(await world.db.feedEvent.count({ where: { callId, version: after.version } })).toBe(1)
  })

  it('is no case for who does not work with calls', async () => {
    const { organizationId, id, caller } = await makeOpen()
    const { actor } = await world.identityOf(organizationId, 'viewer')
    await expect(caller.cases.assign({ id, ownerId: actor.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('closes only with what was done, once, and says who did it', async () => {
    const { organizationId, id, caller, callId } = await makeOpen()
    await expect(caller.cases.close({ id, resolution: '  ' })).rejects.toThrow(/what was done/)
    await expect(
      world.db.case.update({ where: { id }, data: { closedAt: new Date() } }),
    ).rejects.toThrow()
    await world.clock.advance(2 * 3_600_000)
    const closed = await caller.cases.close({ id, resolution: 'Washed the car again' })
    expect(closed).toMatchObject({ status: 'closed', resolution: 'Washed the car again' })
    await expect(caller.cases.close({ id, resolution: 'Once more' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(caller.cases.assign({ id, ownerId: null })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const marks = await world.db.auditEntry.findMany({ where: { organizationId } })
    expect(marks).toMatchObject([
      { action: 'case.closed', subjectId: callId, after: { resolution: 'Washed the car again' } },
    ])
    expect((await caller.cases.list({ status: 'closed' })).cases).toEqual([closed])
    expect((await caller.cases.list({ callId })).cases).toEqual([closed])
  })
})

it('counts what is open, overdue and whose, and how long closing takes', async () => {
  const { id: organizationId } = await makeOrganization(world.db)
  const now = Date.parse(world.clock.now().toString())
  const identity = await world.identityOf(organizationId, 'agent')
  const make = async (hoursAgo: number, rest: Record<string, unknown> = {}) => {
    const { id: callId } = await makeCall(world.db, organizationId, { npsScore: 3 })
    const openedAt = new Date(now - hoursAgo * 3_600_000)
    const dueAt = new Date(openedAt.getTime() + 24 * 3_600_000)
    const data = { organizationId, callId, openedAt, dueAt, ...rest }
    return world.db.case.create({ data })
  }
  const closedAfter = (hours: number, hoursAgo: number) => ({
    resolution: 'Called back',
    closedByName: 'Robin',
    closedAt: new Date(now - (hoursAgo - hours) * 3_600_000),
  })
  const overdue = await make(30)
  const mine = await make(2, { ownerId: identity.actor.id })
  for (const hours of [1, 5, 9]) await make(50, closedAfter(hours, 50))
  await make(24 * 100, closedAfter(1, 24 * 100))
  const caller = await world.callerOf(organizationId, 'viewer')
  const summary = await caller.cases.summary()
  expect(summary).toMatchObject({ open: 2, overdue: 1, mine: 0, unassigned: 1, closed: 3 })
  expect(summary.medianCloseMs).toBe(5 * 3_600_000)
  expect(summary.newest.map(({ id }) => id)).toEqual([mine.id, overdue.id])
  for (const figure of ['open', 'overdue', 'unassigned', 'closed'] as const) {
    const filter = filterOf(shownBy(readCasesAddress(casesOfFigure[figure])), null)
    const listed = await caller.cases.list(filter)
    expect({ figure, n: listed.cases.length }).toEqual({ figure, n: summary[figure] })
    const asked = { ...filter, now: world.clock.now() }
    expect(await listCaseIds(world.db, organizationId, asked)).toEqual(
      listed.cases.map(({ id }) => id),
    )
  }
  const { cases, nextCursor } = await caller.cases.list({ limit: 1 })
  const next = await caller.cases.list({ limit: 1, cursor: nextCursor })
  expect([...cases, ...next.cases].map(({ id }) => id)).toEqual([overdue.id, mine.id])
  expect(cases).toMatchObject([{ isOverdue: true }])
  const ofOwner = await caller.cases.list({ ownerId: identity.actor.id ?? '' })
  expect(ofOwner.cases.map(({ id }) => id)).toEqual([mine.id])
})

it('lists what fits together, whatever an address asks for', () => {
  expect(shownBy(readCasesAddress({ show: 'closed', only: 'overdue' }))).toEqual({
    show: 'closed',
    only: null,
  })
  const mine = shownBy(readCasesAddress({ show: 'mine', only: 'overdue' }))
  expect(filterOf(mine, 'a member')).toMatchObject({ ownerId: 'a member', isOverdue: true })
})

it('moves until when a case is due, to a time that is still to come, and writes down from when', async () => {
  const { end, cases, caller, organizationId } = await makeHouse()
  await end({ npsScore: 3 })
  const [opened] = await cases()
  const id = opened?.id ?? ''
  const moved = await caller.cases.moveDue({ id, dueAt: '2026-11-25T20:00:00Z' })
  expect(moved).toMatchObject({ dueAt: '2026-11-25T20:00:00.000Z', isOverdue: false })
  for (const dueAt of ['2026-11-20T16:59:59Z', '2028-11-25T20:00:00Z']) {
    await expect(caller.cases.moveDue({ id, dueAt })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  }
  const where = { organizationId, action: 'case.moved' }
  expect(await world.db.auditEntry.findMany({ where })).toMatchObject([
    {
      before: { caseDueAt: opened?.dueAt.toISOString() },
      after: { caseDueAt: '2026-11-25T20:00:00.000Z' },
    },
  ])
})
