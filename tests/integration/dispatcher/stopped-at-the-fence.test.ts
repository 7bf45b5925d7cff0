import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../../src/server/deps.ts'
import { createPlacer } from '../../../src/server/dispatcher/place-attempt.ts'
import { claimOne } from '../../support/claim-attempts.ts'
import {
  createDispatchWorld,
  type DispatchWorld,
  FRIDAY_NOON,
} from '../../support/dispatch-world.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
let provider: ScriptedProvider
beforeEach(async () => {
  world = await createDispatchWorld()
  provider = new ScriptedProvider()
})
afterEach(() => world[Symbol.asyncDispose]())

test.each([
  ['the schedule', () => world.saveSchedule({ maxAttempts: 1, paused: true })],
  ['failures', () => makePause()],
  ['its campaign', () => world.db.campaign.updateMany({ data: { isPaused: true } })],
])('a call that was claimed before %s paused it is not sent, and waits', async (by, pause) => {
  const { organizationId } = world
  await world.saveSchedule({ maxAttempts: 1 })
  const { id: campaignId } = await world.db.campaign.create({
    data: { organizationId, name: 'Recall' },
  })
  // The campaign's own schedule says nothing of pauses.
  const own = { organizationId, campaignId, version: 9, config: {} }
  await world.db.scheduleConfig.create({ data: own })
  const call = await world.makeDueCall({ campaignId })
  const attempt = await claimOne(world, provider)
  await pause()
  await createPlacer(world.depsWith(provider))(attempt)
  expect(provider.requests).toEqual([])
  expect(await world.callById(call.id)).toMatchObject({
    status: 'ready',
    outcome: null,
    dueAt: new Date(FRIDAY_NOON),
  })
  expect(await world.attemptsOf(call.id)).toMatchObject([
    {
      status: 'failed',
      outcome: null,
      sentAt: null,
      errorMessage: 'Not sent: calling was paused after the claim.',
    },
  ])
  expect(await world.statusesTold(call.id)).toEqual(['placing', 'ready'])
  expect(await world.db.callingPause.count()).toBe(by === 'failures' ? 1 : 0)

  await world.saveSchedule({ maxAttempts: 1 })
  await world.db.callingPause.updateMany({ data: { endedAt: new Date(FRIDAY_NOON) } })
  await world.db.campaign.updateMany({ data: { isPaused: false } })
  await createPlacer(world.depsWith(provider))(await claimOne(world, provider))
  expect(provider.requests).toHaveLength(1)
})

test('a call that a pause stopped at the fence is as it was, but for what its visit says by now', async () => {
  await world.saveSchedule({})
  const call = await world.makeDueCall({ isAllowedOutsideWindows: true })
  const attempt = await claimOne(world, provider)
  const where = { id: call.serviceRecordId }
  await world.db.serviceRecord.update({ where, data: { customerPhone: '+12125550177' } })
  await makePause()
  await createPlacer(world.depsWith(provider))(attempt)
  expect(await world.callById(call.id)).toMatchObject({
    status: 'ready',
    phoneNumber: '+12125550177',
    // Nothing rang: other visits of this number need not wait for days.
    startTime: null,
    isAllowedOutsideWindows: true,
  })
})

test('a demo call that a pause stopped at the fence waits for whoever starts it', async () => {
  await world.saveSchedule({})
  const call = await world.makeDueCall({ isDemo: true })
  const attempt = await claimOne(world, provider)
  await makePause()
  await createPlacer(world.depsWith(provider))(attempt)
  expect(await world.callById(call.id)).toMatchObject({ status: 'ready', dueAt: null })
})

test('a pause that is over, and one of another campaign, stop nothing at the fence', async () => {
  const { organizationId } = world
  await world.saveSchedule({ paused: true })
  await world.saveSchedule({})
  await makePause(new Date(FRIDAY_NOON))
  const data = { organizationId, name: 'Recall', isPaused: true }
  await world.db.campaign.create({ data })
  const call = await world.makeDueCall()
  await createPlacer(world.depsWith(provider))(await claimOne(world, provider))
  expect(provider.requests).toHaveLength(1)
  expect(await world.callById(call.id)).toMatchObject({ status: 'placing' })
})

test.each([
  [
    'a pause',
    { status: 'ready', outcome: null },
    () => makePause(),
    () => world.db.callingPause.deleteMany(),
  ],
  [
    'an opt-out',
    { status: 'canceled', outcome: 'opted_out' },
    ({ organizationId, phoneNumber }: { organizationId: string; phoneNumber: string }) =>
      world.db.doNotCall.create({ data: { organizationId, phoneNumber } }),
    () => world.db.doNotCall.deleteMany(),
  ],
])(
  '%s that is taken back as soon as it has stopped a call is no failure',
  async (_, left, stop, takeBack) => {
    const call = await world.makeDueCall()
    const attempt = await claimOne(world, provider)
    await stop(call)
    const deps = world.depsWith(provider)
    const db: Deps['db'] = new Proxy(deps.db, {
      get(target, name) {
        if (name !== '$queryRaw') return Reflect.get(target, name)
        return async (...query: Parameters<Deps['db']['$queryRaw']>) => {
          const answer = await target.$queryRaw(...query)
          await takeBack()
          // The answer comes too late to be sent on, and is one all the same.
          await world.clock.skip(11_000)
          return answer
        }
      },
    })
    await createPlacer({ ...deps, db })(attempt)
    expect(provider.requests).toEqual([])
    expect(await world.callById(call.id)).toMatchObject(left)
  },
)

const makePause = (endedAt: Date | null = null) =>
  world.db.callingPause.create({
    data: {
      organizationId: world.organizationId,
      startedAt: new Date(FRIDAY_NOON),
      reason: 'Too many failed.',
      failedCount: 5,
      attemptCount: 5,
      endedAt,
    },
  })
