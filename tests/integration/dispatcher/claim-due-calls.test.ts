import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DispatcherDeps } from '../../../src/server/dispatcher/dispatcher.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { releaseHeldCalls } from '../../../src/server/services/release-held-calls.ts'
import { replanOwedCalls } from '../../../src/server/services/replan-calls.ts'
import { whyNotNow } from '../../../src/server/services/why-not-now.ts'
import { createSimulator } from '../../../src/server/telephony/simulator/simulator.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { makeCall, makeOrganization } from '../../support/factories.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await createDispatchWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

describe('limits', () => {
  test('two dispatchers on 50 due calls: each claimed once, never more lines than allowed', async () => {
    await world.saveSchedule({ maxActiveCalls: 7, maxPerMinute: 6000 })
    for (let made = 0; made < 50; made += 1) await world.makeDueCall({ demoScenario: 'busy' })
    for (const seed of ['one', 'other']) {
      world.startDispatcher(createSimulator({ clock: world.clock, seed }))
    }
    await world.pass(60)

    const attempts = await world.db.callAttempt.groupBy({ by: ['callId'], _count: true })
    expect(attempts).toHaveLength(50)
    expect(attempts.every(({ _count }) => _count === 1)).toBe(true)
    expect(await mostActiveCallsTold(world)).toBe(7)
  })

  test('claims at the same instant count each other', async () => {
    await world.saveSchedule({ maxActiveCalls: 7, maxPerMinute: 6000 })
    for (let made = 0; made < 250; made += 1) await world.makeDueCall()
    const deps = world.depsWith(new ScriptedProvider())
    const { organizationId } = world
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => claimDueCalls(deps, { organizationId, limit: 100 })),
    )
    expect(claims.flatMap(({ attempts }) => attempts)).toHaveLength(7)
  })

  test('a minute holds no more placements than allowed', async () => {
    await world.saveSchedule({ maxActiveCalls: 100, maxPerMinute: 5 })
    for (let made = 0; made < 12; made += 1) await world.makeDueCall()
    const provider = new ScriptedProvider()
    world.startDispatcher(provider)
    await world.pass(59)
    expect(provider.requests).toHaveLength(5)
    await world.pass(3)
    expect(provider.requests).toHaveLength(10)
  })

  test('one number is not called for two visits on one day', async () => {
    const record = { customerPhone: '+14695550000' }
    await world.makeDueCall({ record })
    const second = await world.makeDueCall({ record })
    const provider = new ScriptedProvider()
    world.startDispatcher(provider)
    await world.settle()
    expect(provider.requests).toHaveLength(1)
    expect(await world.callById(second.id)).toMatchObject({
      status: 'canceled',
      outcome: 'canceled',
      dueAt: null,
      heldReason: null,
    })
  })

  test('paused calling leaves the queue as it is', async () => {
    await world.saveSchedule({ paused: true })
    const call = await world.makeDueCall()
    world.startDispatcher(new ScriptedProvider())
    await world.pass(3)
    expect(await world.callById(call.id)).toMatchObject({ status: 'ready', version: 1 })
    await world.saveSchedule({ paused: false })
    await world.pass(1)
    expect(await world.callById(call.id)).toMatchObject({ status: 'placing' })
  })
})

describe('gates', () => {
  test('hundreds of calls outside the window move to its opening, each once', async () => {
    await world.clock.advance(11 * 3_600_000)
    for (let made = 0; made < 230; made += 1) await world.makeDueCall()
    world.startDispatcher(new ScriptedProvider())
    await world.pass(3)
    // Saturday's window in New York.
    const moved = { status: 'ready', dueAt: new Date('2026-11-21T15:00:00Z'), version: 2 }
    expect(await world.db.call.count({ where: moved })).toBe(230)
    expect(await world.db.feedEvent.count()).toBe(230)
  })

  test('a call past its expiry shows as missed', async () => {
    const call = await world.makeDueCall({ expiresAt: new Date('2026-11-20T16:59:00Z') })
    const provider = new ScriptedProvider()
    world.startDispatcher(provider)
    await world.settle()
    expect(await world.callById(call.id)).toMatchObject({ status: 'missed', outcome: 'expired' })
    expect(provider.requests).toEqual([])
    const organization = { id: world.organizationId, readyCount: 0, missedCount: 1 }
    expect(await world.db.organization.count({ where: organization })).toBe(1)
  })

  test('an unknown zone holds the call until somebody sets it', async () => {
    const record = { customerPhone: '+9990000000', customerTimeZone: null }
    const call = await world.makeDueCall({ record })
    world.startDispatcher(new ScriptedProvider())
    await world.pass(40)
    expect(await world.callById(call.id)).toMatchObject({
      status: 'ready',
      heldReason: 'No time zone is known; held until one is set',
      version: 2,
    })
    await world.db.serviceRecord.update({
      where: { id: call.serviceRecordId },
      data: { customerTimeZone: 'America/Chicago' },
    })
    await world.pass(32)
    expect(await world.callById(call.id)).toMatchObject({ status: 'placing', heldReason: null })
  })

  test('is looked at again though another organization cannot be', async () => {
    const { id: organizationId } = await makeOrganization(world.db)
    const config = { timeZone: 'not a zone' }
    await world.db.scheduleConfig.create({ data: { organizationId, version: 1, config } })
    await makeCall(world.db, organizationId, { heldReason: 'Winter is paused' })
    const call = await world.makeDueCall({ heldReason: 'Winter is paused' })
    const deps = world.depsWith(new ScriptedProvider())
    await releaseHeldCalls(deps)
    expect(await world.callById(call.id)).toMatchObject({ heldReason: null })
    await world.saveSchedule({})
    await world.db.scheduleConfig.updateMany({ data: { replannedAt: null } })
    await replanOwedCalls(deps)
    const owed = { where: { replannedAt: null } }
    expect(await world.db.scheduleConfig.findMany(owed)).toMatchObject([{ organizationId }])
  })

  test('a held call expires like any other', async () => {
    const record = { customerPhone: '+9990000000', customerTimeZone: null }
    const expiresAt = new Date('2026-11-20T17:00:20Z')
    const call = await world.makeDueCall({ record, expiresAt })
    world.startDispatcher(new ScriptedProvider())
    await world.pass(32)
    expect(await world.callById(call.id)).toMatchObject({ status: 'missed', outcome: 'expired' })
  })

  test('a person may ask for one attempt more than the schedule makes', async () => {
    await world.saveSchedule({ maxAttempts: 2 })
    const call = await world.makeDueCall({ attemptCount: 2, startTime: new Date(0) })
    const waiting = await world.makeDueCall({ attemptCount: 2, status: 'missed' })
    world.startDispatcher(new ScriptedProvider())
    await world.settle()
    expect(await world.callById(call.id)).toMatchObject({ status: 'placing', attemptCount: 3 })
    expect(await world.callById(waiting.id)).toMatchObject({
      heldReason: 'All 2 attempts are used',
    })
  })

  test('a demo call is never handed to a provider that really dials', async () => {
    const call = await world.makeDueCall({ isDemo: true })
    const provider = new ScriptedProvider()
    Object.assign(provider, { isSimulated: false })
    world.startDispatcher(provider)
    await world.pass(31)
    expect(await world.callById(call.id)).toMatchObject({
      heldReason: 'Demo calls run on the simulator only',
      version: 2,
    })
    expect(provider.requests).toEqual([])
  })

  test('nor is any call of the demo organization, and asking why says so', async () => {
    const call = await world.makeDueCall()
    const { organizationId } = world
    await world.db.organization.update({ where: { id: organizationId }, data: { isDemo: true } })
    const depsOf = (demoName?: string) =>
      world.depsWith(Object.assign(new ScriptedProvider(), { isSimulated: false, demoName }))
    const claim = (deps: DispatcherDeps) => claimDueCalls(deps, { organizationId, limit: 1 })
    const both = await claim(depsOf('simulator'))
    expect(both.attempts).toMatchObject([{ request: { isDemo: true } }])
    expect(await world.attemptsOf(call.id)).toMatchObject([{ provider: 'simulator' }])

    const { id: callId } = await world.makeDueCall()
    const deps = depsOf()
    expect((await claim(deps)).attempts).toEqual([])
    await releaseHeldCalls(deps)
    const heldReason = 'Demo calls run on the simulator only'
    expect(await world.callById(callId)).toMatchObject({ heldReason, version: 2 })
    expect(await whyNotNow(deps, { organizationId, callId, sight: 'all' })).toMatchObject({
      eligible: false,
      releasedBy: null,
      gates: expect.arrayContaining([{ name: 'call_status', pass: false, reason: heldReason }]),
    })
  })
})

test('those that expire soonest are called first', async () => {
  await world.saveSchedule({ maxActiveCalls: 1 })
  const later = await world.makeDueCall({ expiresAt: new Date('2026-11-25T00:00:00Z') })
  const never = await world.makeDueCall({ expiresAt: null })
  const soon = await world.makeDueCall({ expiresAt: new Date('2026-11-21T00:00:00Z') })
  world.startDispatcher(new ScriptedProvider())
  await world.settle()
  const statuses = await Promise.all([soon, later, never].map(({ id }) => world.callById(id)))
  expect(statuses.map(({ status }) => status)).toEqual(['placing', 'ready', 'ready'])
})

test('"why not now?" gives the answer on which the claim acts', async () => {
  await world.saveSchedule({ maxActiveCalls: 1 })
  const [first, second] = [await world.makeDueCall(), await world.makeDueCall()]
  const provider = new ScriptedProvider()
  const deps = world.depsWith(provider)
  const ask = (callId: string) =>
    whyNotNow(deps, { organizationId: world.organizationId, callId, sight: 'all' })
  expect(await ask(first.id)).toMatchObject({ eligible: true, evaluatedAt: world.clock.now() })

  world.startDispatcher(provider)
  await world.settle()
  const answer = await ask(second.id)
  expect(answer.eligible).toBe(false)
  expect(answer.gates.filter(({ pass }) => !pass)).toEqual([
    { name: 'active_calls', pass: false, reason: '1 of 1 calls at a time are active' },
  ])
  expect(answer).toMatchObject({ nextEligibleAt: null, waitsForLineFrom: world.clock.now() })
  await expect(ask(world.organizationId)).rejects.toMatchObject({ code: 'not_found' })
})

/** Replays the feed: how many calls were live at the worst moment. */
async function mostActiveCallsTold({ db }: DispatchWorld): Promise<number> {
  const events = await db.$queryRaw<{ callId: string; status: string }[]>`
    select "callId", payload -> 'call' ->> 'status' as status from "FeedEvent" order by seq`
  const live = new Set<string>()
  let most = 0
  for (const { callId, status } of events) {
    if (['placing', 'ringing', 'in_progress'].includes(status)) live.add(callId)
    else live.delete(callId)
    most = Math.max(most, live.size)
  }
  return most
}
