import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../../src/server/domain/actor.ts'
import { deleteCall } from '../../../src/server/services/delete-call.ts'
import { eraseByAge } from '../../../src/server/services/erase-by-age.ts'
import { eraseCustomer } from '../../../src/server/services/erase-customer.ts'
import { PlacementRefused } from '../../../src/server/telephony/port.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { makeFirstAttempt } from '../../support/factories.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
let provider: ScriptedProvider
beforeEach(async () => {
  world = await createDispatchWorld()
  provider = new ScriptedProvider()
  await world.saveSchedule({ minDaysBetweenCalls: 28, retry: { provider_error: [] } })
})
afterEach(() => world[Symbol.asyncDispose]())

const record = { customerPhone: '+14695550177' }
const accept = async ({ placementKey }: { placementKey: string }) => ({
  providerCallId: provider.idOf(placementKey),
})
const refuse = (outcome: 'provider_error' | 'invalid_number') => async () => {
  throw new PlacementRefused(outcome, 'No.')
}

test.each(['provider_error', 'invalid_number'] as const)(
  'a request that was refused (%s) rang nothing: the next visit need not wait',
  async (outcome) => {
    provider.onPlace = refuse(outcome)
    const refused = await world.makeDueCall({ record })
    world.startDispatcher(provider)
    await world.settle()
    expect(await world.callById(refused.id)).toMatchObject({ status: 'failed', outcome })

    provider.onPlace = accept
    const next = await world.makeDueCall({ record })
    await world.pass(31, 5)
    expect(await world.callById(next.id)).toMatchObject({ status: 'placing' })
  },
)

test('an earlier try that may have rung counts, though the last one was refused', async () => {
  await world.saveSchedule({ minDaysBetweenCalls: 28, retry: { provider_error: [5] } })
  const first = await world.makeDueCall({ record })
  world.startDispatcher(provider)
  await world.settle()
  const [request] = provider.requests
  if (request === undefined) throw new Error('Nothing was placed.')
  const { placementKey } = request
  const news = { placementKey, providerCallId: provider.idOf(placementKey) }
  const ended = { type: 'ended', outcome: 'provider_error', talkSec: null, feedback: null } as const
  await provider.tell({ ...news, ...ended, source: 'callback', at: world.clock.now() })
  provider.onPlace = refuse('provider_error')
  await world.pass(301, 5)
  expect(await world.attemptsOf(first.id)).toHaveLength(2)

  const next = await world.makeDueCall({ record, expiresAt: null })
  await world.pass(31, 5)
  expect(await world.callById(next.id)).toMatchObject({
    status: 'ready',
    dueAt: new Date('2026-12-18T17:00:00Z'),
  })
})

/** A call that rang and has ended. */
async function makeRung(overrides: Parameters<DispatchWorld['makeDueCall']>[0] = {}) {
  const call = await world.makeDueCall({ record, ...overrides })
  world.startDispatcher(provider)
  await world.settle()
  const placementKey = provider.requests[0]?.placementKey ?? ''
  const news = { placementKey, providerCallId: provider.idOf(placementKey) }
  const ended = { type: 'ended', outcome: 'answered', talkSec: 9, feedback: null } as const
  await provider.tell({ ...news, ...ended, source: 'callback', at: world.clock.now() })
  return call
}
const by = () => ({ organizationId: world.organizationId, actor: systemActor })
const eraseOld = () => eraseByAge(world.depsWith(provider))

/** What becomes of a new visit of the number. */
async function callAgain() {
  const next = await world.makeDueCall({ record, expiresAt: null })
  await world.pass(31, 5)
  return world.callById(next.id)
}

test('deleting a call does not forget that its number was rung', async () => {
  const call = await makeRung()
  await deleteCall(world.depsWith(provider), { ...by(), callId: call.id })
  expect(await callAgain()).toMatchObject({
    status: 'ready',
    dueAt: new Date('2026-12-18T17:00:00Z'),
  })
  expect(provider.requests).toHaveLength(1)
  const marks = await world.db.rungNumber.findMany()
  expect(JSON.stringify(marks)).not.toContain('4695550177')
})

test('erasing by age keeps a mark for as long as days between calls may be set', async () => {
  await makeRung({ record: { ...record, completedAt: new Date('2026-09-01T15:00:00Z') } })
  const where = { id: world.organizationId }
  await world.db.organization.update({ where, data: { retentionDays: 30 } })
  await eraseOld()
  expect(await world.db.call.count()).toBe(0)
  expect(await callAgain()).toMatchObject({ dueAt: new Date('2026-12-18T17:00:00Z') })

  await world.db.organization.update({ where, data: { retentionDays: null } })
  await world.clock.skip(Temporal.Duration.from({ hours: 364 * 24 }).total('milliseconds'))
  await eraseOld()
  expect(await world.db.rungNumber.count()).toBe(1)
  await world.clock.skip(Temporal.Duration.from({ hours: 24 }).total('milliseconds'))
  await eraseOld()
  expect(await world.db.rungNumber.count()).toBe(0)
})

test('of a customer who was erased only the mark on the do-not-call list is kept', async () => {
  const call = await makeRung()
  const second = await world.makeDueCall({ record, dueAt: null })
  const deps = world.depsWith(provider)
  await deleteCall(deps, { ...by(), callId: call.id })
  expect(await world.db.rungNumber.count()).toBe(1)
  await eraseCustomer(deps, by(), { phoneNumber: record.customerPhone })
  expect(await world.db.call.count({ where: { id: second.id } })).toBe(0)
  expect(await world.db.rungNumber.count()).toBe(0)
  expect(await world.db.doNotCall.count()).toBe(1)
})

test('a deleted call that rang nobody leaves no mark', async () => {
  provider.onPlace = refuse('provider_error')
  const refused = await world.makeDueCall({ record })
  world.startDispatcher(provider)
  await world.settle()
  const sample = await world.makeDueCall({
    status: 'completed',
    startTime: new Date('2026-11-20T16:00:00Z'),
    record: { ...record, isSample: true },
  })
  await makeFirstAttempt(world.db, sample, new Date('2026-11-20T16:00:00Z'))
  for (const { id } of [refused, sample]) {
    await deleteCall(world.depsWith(provider), { ...by(), callId: id })
  }
  expect(await world.db.rungNumber.count()).toBe(0)
})
