import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CallPlan } from '../../src/server/domain/call-status.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import { changeManyCalls } from '../../src/server/services/change-many-calls.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const make = (overrides: Parameters<typeof makeCall>[2] = {}) =>
  makeCall(world.db, world.organizationId, overrides)
const rowOf = (id: string) => world.db.call.findUniqueOrThrow({ where: { id } })
const planColumns: Record<keyof CallPlan | 'expiresAt' | 'tags', true> = {
  status: true,
  outcome: true,
  dueAt: true,
  notBefore: true,
  heldReason: true,
  isAllowedOutsideWindows: true,
  scheduledTime: true,
  expiresAt: true,
  tags: true,
}
const planOf = (id: string) =>
  world.db.call.findUniqueOrThrow({ where: { id }, select: planColumns })
const done = { isDone: true, isChanged: true }
const changeId = randomUUID()

describe('a change of many calls', () => {
  it('does what it can, and says of each other call why not', async () => {
    const missed = await make({ status: 'missed', outcome: 'busy', dueAt: null })
    const ringing = await make({ status: 'ringing', dueAt: null, phoneNumber: '+12125550111' })
    const nobody = randomUUID()
    const ids = [ringing.id, nobody, missed.id]
    const action = { type: 'retry' as const }
    const { results } = await world.caller.calls.changeMany({ ids, action, changeId })
    expect(results).toEqual([
      { isDone: false, reason: expect.stringMatching(/cannot be retried/) },
      { isDone: false, reason: 'There is no call with this id.' },
      done,
    ])
    expect(await rowOf(missed.id)).toMatchObject({ status: 'ready' })
    expect(await rowOf(ringing.id)).toMatchObject({ status: 'ringing', version: 1 })
    const marks = await world.db.auditEntry.findMany({ where: { subjectId: { in: ids } } })
    expect(marks.map(({ action }) => action)).toEqual(['call.retried'])
  })

  it('tags by what comes and goes, so that a tag from elsewhere stays', async () => {
    const one = await make({ tags: ['callback', 'vip'] })
    const other = await make({ tags: ['new'], phoneNumber: '+12125550112' })
    const action = { type: 'tag' as const, add: ['new'], remove: ['callback'] }
    const ids = [one.id, other.id]
    const { results } = await world.caller.calls.changeMany({ ids, action, changeId })
    expect(results).toEqual([done, { ...done, isChanged: false }])
    expect((await rowOf(one.id)).tags).toEqual(['vip', 'new'])
    expect((await rowOf(other.id)).version).toBe(1)
  })

  it('goes on after a call that fails in a way nobody foresaw, and tells of all', async () => {
    const unforeseen = '+12125550117'
    const one = await make()
    // The zones of a number are asked for where the visit names none.
    const record = { customerTimeZone: null }
    const other = await make({ phoneNumber: unforeseen, record })
    const third = await make()
    const failure = new Error('of a test')
    const zonesOfPhone = async (phoneNumber: string) => {
      if (phoneNumber === unforeseen) throw failure
      return world.deps.zonesOfPhone(phoneNumber)
    }
    const log = vi.spyOn(world.deps.log, 'error')
    const ids = [one.id, other.id, third.id]
    const action = { type: 'reschedule' as const, dueAt: '2026-12-01T15:00:00.000Z' }
    const deps = { ...world.deps, zonesOfPhone }
    expect(await changeManyCalls(deps, world.identity, { ids, action, changeId })).toEqual([
      done,
      { isDone: false, reason: 'It could not be changed; try again.' },
      done,
    ])
    expect(log).toHaveBeenCalledWith({ err: failure, callId: other.id }, expect.any(String))
    log.mockRestore()
  })

  it.each([
    { type: 'retry' as const },
    { type: 'reschedule' as const, dueAt: '2026-12-01T15:00:00.000Z' },
  ])('leaves a call in doubt to somebody who looks at it: $type', async (action) => {
    const doubt = { status: 'unknown', outcome: 'unknown', dueAt: null, attemptCount: 1 } as const
    const { id } = await make({ ...doubt, phoneNumber: '+12125550118' })
    const { results } = await world.caller.calls.changeMany({ ids: [id], action, changeId })
    expect(results).toEqual([
      {
        isDone: false,
        reason: 'Nobody knows whether it rang: decide on this call by itself.',
      },
    ])
    expect(await rowOf(id)).toMatchObject({ status: 'unknown', version: 1 })
  })

  it('refuses more than 500 calls in one request, and names the field', async () => {
    const ids = Array.from({ length: 501 }, () => randomUUID())
    await expect(
      world.caller.calls.changeMany({ ids, action: { type: 'cancel' }, changeId }),
    ).rejects.toThrow(/at most 500/)
  })
})

describe('taking a change of many back', () => {
  const soon = new Date('2026-11-20T18:00:00Z')
  const later = '2026-12-01T15:00:00.000Z'
  const retried = { status: 'missed', outcome: 'busy', dueAt: soon, notBefore: soon } as const

  it.each([
    ['a retry', { type: 'retry' as const }, retried],
    [
      'a retry with no attempt left',
      { type: 'retry' as const },
      { ...retried, dueAt: null, notBefore: null },
    ],
    ['a cancel', { type: 'cancel' as const }, { heldReason: 'No time zone', scheduledTime: soon }],
    ['a reschedule', { type: 'reschedule' as const, dueAt: later }, { expiresAt: soon }],
    ['tags', { type: 'tag' as const, add: ['a'], remove: ['b'] }, { tags: ['b', 'c'] }],
  ])('restores all that %s changed', async (_what, action, before) => {
    const { id } = await make({ ...before, phoneNumber: '+12125550113' })
    const was = await planOf(id)
    await world.caller.calls.changeMany({ ids: [id], action, changeId })
    expect(await planOf(id)).not.toEqual(was)
    const { results } = await world.caller.calls.undoMany({ ids: [id], changeId })
    expect(results).toEqual([done])
    expect(await planOf(id)).toEqual(was)
    expect((await world.caller.calls.undoMany({ ids: [id], changeId })).results).toEqual([
      { isDone: false, reason: 'There is nothing to take back.' },
    ])
  })

  it('takes a retry back that the dispatcher has put off to the morning meanwhile', async () => {
    const { id } = await make({ ...retried, phoneNumber: '+12125550115' })
    const was = await planOf(id)
    await world.caller.calls.changeMany({ ids: [id], action: { type: 'retry' }, changeId })
    const dueAt = Temporal.Instant.from(later)
    await changeCall(world.deps, { organizationId: world.organizationId, callId: id }, () => ({
      event: { type: 'deferred', dueAt },
    }))
    expect((await world.caller.calls.undoMany({ ids: [id], changeId })).results).toEqual([done])
    expect(await planOf(id)).toEqual(was)
  })

  it('leaves a call alone to which something has happened since', async () => {
    const { id } = await make({ phoneNumber: '+12125550114' })
    await world.caller.calls.changeMany({ ids: [id], action: { type: 'cancel' }, changeId })
    await world.caller.calls.retry({ id })
    expect((await world.caller.calls.undoMany({ ids: [id], changeId })).results).toEqual([
      { isDone: false, reason: 'Something has happened to this call since.' },
    ])
    expect(await rowOf(id)).toMatchObject({ status: 'ready' })
  })

  it("does not take somebody else's change back", async () => {
    const { id } = await make({ phoneNumber: '+12125550116' })
    const tag = { type: 'tag' as const, add: ['a'] }
    await world.caller.calls.changeMany({ ids: [id], action: tag, changeId })
    const other = await world.callerOf(world.organizationId)
    const theirs = randomUUID()
    const ids = [id]
    await other.calls.changeMany({ ids, action: { type: 'cancel' }, changeId: theirs })
    expect((await world.caller.calls.undoMany({ ids, changeId })).results).toEqual([
      { isDone: false, reason: 'Somebody has changed this call since.' },
    ])
    expect(await rowOf(id)).toMatchObject({ status: 'canceled', tags: ['a'] })
    expect((await other.calls.undoMany({ ids, changeId: theirs })).results).toEqual([done])
    expect(await rowOf(id)).toMatchObject({ status: 'ready', tags: ['a'] })
  })
})
