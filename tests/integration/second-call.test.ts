import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCall } from '../../src/server/services/create-call.ts'
import { judgeCall } from '../../src/server/services/judge-call.ts'
import { retryCall } from '../../src/server/services/retry-call.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'
import { untilBlocked } from '../support/until-blocked.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let numbers = 0
const make = (overrides: Parameters<typeof makeCall>[2] = {}) => {
  numbers += 1
  const customerPhone = `+1212555${String(numbers).padStart(4, '0')}`
  const { record, ...rest } = overrides
  return makeCall(world.db, world.organizationId, { ...rest, record: { customerPhone, ...record } })
}
const rowOf = (id: string) => world.db.call.findUniqueOrThrow({ where: { id } })
/** Another call of the same visit. */
async function makeBeside(call: { serviceRecordId: string }, overrides = {}) {
  const { id } = await make(overrides)
  const { serviceRecordId } = call
  return world.db.call.update({ where: { id }, data: { serviceRecordId } })
}

const canceled = { status: 'canceled', outcome: 'canceled', dueAt: null } as const
const usedUp = { status: 'missed', outcome: 'no_answer', dueAt: null, attemptCount: 4 } as const
const doubt = { status: 'unknown', outcome: 'unknown', dueAt: null, attemptCount: 1 } as const
const isOpen = { code: 'CONFLICT', message: 'This visit has another open call.' }
const dueAt = '2026-11-20T17:30:00.000Z'

type Bring = (id: string) => Promise<unknown>
const retry: Bring = (id) => world.caller.calls.retry({ id })

describe('a call that is over, of a visit that has another open one', () => {
  it.each<[string, Parameters<typeof make>[0], Bring]>([
    ['retried', canceled, retry],
    ['retried after its last attempt', usedUp, retry],
    ['rescheduled', canceled, (id) => world.caller.calls.reschedule({ id, dueAt })],
    ['placed now', canceled, (id) => world.caller.calls.placeNow({ id })],
    ['called again', doubt, (id) => world.caller.calls.judge({ id, verdict: 'call_again' })],
  ])('is not %s', async (_what, over, bringBack) => {
    const call = await make(over)
    await makeBeside(call)
    await expect(bringBack(call.id)).rejects.toMatchObject(isOpen)
    expect(await rowOf(call.id)).toMatchObject({ status: over?.status, version: 1 })
  })

  it('is told apart from one whose other call is in doubt', async () => {
    const call = await make(canceled)
    await makeBeside(call, doubt)
    await expect(retry(call.id)).rejects.toThrow(/another call of which nobody knows/)
  })

  it('is retried where the other one is over too', async () => {
    const call = await make(canceled)
    await makeBeside(call, { status: 'completed', outcome: 'answered', dueAt: null })
    await makeBeside(call, usedUp)
    expect(await retry(call.id)).toMatchObject({ status: 'ready' })
  })

  it('is not retried where the other one took its visit in', async () => {
    const call = await make(canceled)
    const { serviceRecordId } = call
    const other = await make()
    const { organizationId } = world
    const data = { organizationId, callId: other.id, serviceRecordId }
    await world.db.coveredVisit.create({ data })
    await expect(retry(call.id)).rejects.toThrow(/asked about in an open call/)
  })

  it('is not retried where the other one is of a visit that it took in', async () => {
    const record = { customerPhone: '+12125559999' }
    const call = await make({ ...canceled, record })
    const { serviceRecordId } = await make({ record })
    const { organizationId } = world
    const data = { organizationId, callId: call.id, serviceRecordId }
    await world.db.coveredVisit.create({ data })
    await expect(retry(call.id)).rejects.toMatchObject(isOpen)
  })

  it.each([
    ['waiting', {}],
    ['in doubt', doubt],
  ])('stays canceled when the cancel of a call %s is taken back', async (_where, before) => {
    const call = await make(before)
    const ids = [call.id]
    const changeId = randomUUID()
    await world.caller.calls.changeMany({ ids, action: { type: 'cancel' }, changeId })
    await world.caller.calls.create({ serviceRecordId: call.serviceRecordId })
    expect((await world.caller.calls.undoMany({ ids, changeId })).results).toEqual([
      { isDone: false, reason: isOpen.message },
    ])
    expect(await rowOf(call.id)).toMatchObject({ status: 'canceled' })
  })
})

it('a waiting call is moved as ever, whatever others there are of its visit', async () => {
  const call = await make()
  await makeBeside(call)
  expect(await world.caller.calls.reschedule({ id: call.id, dueAt })).toMatchObject({ dueAt })
})

describe('of two who want a call for a visit at once', () => {
  it.each<[string, Parameters<typeof make>[0], typeof retryCall]>([
    ['retried', canceled, retryCall],
    [
      'called again',
      doubt,
      (deps, target) => judgeCall(deps, { ...target, verdict: 'call_again' }),
    ],
  ])('one call is %s, and none is made', async (_what, over, bringBack) => {
    const call = await make({ ...over, record: { customerTimeZone: null } })
    const { organizationId, identity } = world
    const { actor } = identity
    let making: Promise<unknown> | undefined
    const zonesOfPhone = async () => {
      if (making === undefined) {
        const { serviceRecordId } = call
        making = createCall(world.deps, { organizationId, actor }, { serviceRecordId }).catch(
          (error: unknown) => error,
        )
        await untilBlocked(world.db)
      }
      return ['America/New_York']
    }
    const target = { organizationId, actor, callId: call.id }
    expect(await bringBack({ ...world.deps, zonesOfPhone }, target)).toMatchObject({
      status: 'ready',
    })
    expect(await making).toMatchObject({ code: 'conflict' })
  })
})
