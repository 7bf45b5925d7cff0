import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallPlan } from '../../src/server/domain/call-status.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
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
  ...{ status: true, outcome: true, dueAt: true, notBefore: true, heldReason: true },
  ...{ isAllowedOutsideWindows: true, scheduledTime: true, expiresAt: true, tags: true },
}
const planOf = (id: string) =>
  world.db.call.findUniqueOrThrow({ where: { id }, select: planColumns })
const done = { isDone: true, isChanged: true }

describe('a change of many calls', () => {
  it('does what it can, and says of each other call why not', async () => {
    const missed = await make({ status: 'missed', outcome: 'busy', dueAt: null })
    const ringing = await make({ status: 'ringing', dueAt: null, phoneNumber: '+12125550111' })
    const nobody = randomUUID()
    const ids = [ringing.id, nobody, missed.id]
    const { results } = await world.caller.calls.changeMany({ ids, action: { type: 'retry' } })
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
    const { results } = await world.caller.calls.changeMany({ ids: [one.id, other.id], action })
    expect(results).toEqual([done, { ...done, isChanged: false }])
    expect((await rowOf(one.id)).tags).toEqual(['vip', 'new'])
    expect((await rowOf(other.id)).version).toBe(1)
  })

  it('refuses more than 500 calls in one request, and names the field', async () => {
    const ids = Array.from({ length: 501 }, () => randomUUID())
    await expect(
      world.caller.calls.changeMany({ ids, action: { type: 'cancel' } }),
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
    await world.caller.calls.changeMany({ ids: [id], action })
    expect(await planOf(id)).not.toEqual(was)
    const { results } = await world.caller.calls.undoMany({ ids: [id] })
    expect(results).toEqual([done])
    expect(await planOf(id)).toEqual(was)
    expect((await world.caller.calls.undoMany({ ids: [id] })).results).toEqual([
      { isDone: false, reason: 'There is nothing to take back.' },
    ])
  })

  it('takes a retry back that the dispatcher has put off to the morning meanwhile', async () => {
    const { id } = await make({ ...retried, phoneNumber: '+12125550115' })
    const was = await planOf(id)
    await world.caller.calls.changeMany({ ids: [id], action: { type: 'retry' } })
    const dueAt = Temporal.Instant.from(later)
    await changeCall(world.deps, { organizationId: world.organizationId, callId: id }, () => ({
      event: { type: 'deferred', dueAt },
    }))
    expect((await world.caller.calls.undoMany({ ids: [id] })).results).toEqual([done])
    expect(await planOf(id)).toEqual(was)
  })

  it('leaves a call alone to which something has happened since', async () => {
    const { id } = await make({ phoneNumber: '+12125550114' })
    await world.caller.calls.changeMany({ ids: [id], action: { type: 'cancel' } })
    await world.caller.calls.retry({ id })
    expect((await world.caller.calls.undoMany({ ids: [id] })).results).toEqual([
      { isDone: false, reason: 'Something has happened to this call since.' },
    ])
    expect(await rowOf(id)).toMatchObject({ status: 'ready' })
  })
})
