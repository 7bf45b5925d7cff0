import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { whyNotNow } from '../../../src/server/services/why-not-now.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await createDispatchWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

async function makeCampaign(name: string, config: object | null, campaign = {}) {
  const { organizationId, db } = world
  const { id } = await db.campaign.create({ data: { organizationId, name, ...campaign } })
  if (config) {
    await db.scheduleConfig.create({
      data: { organizationId, campaignId: id, version: 3, config: { ...config } },
    })
  }
  return id
}

const soon = { expiresAt: new Date('2026-11-20T22:00:00Z') }

test('a campaign at its own limit leaves the lines to others, however many of its calls wait', async () => {
  await world.saveSchedule({ maxActiveCalls: 5, maxPerMinute: 6000 })
  const campaignId = await makeCampaign('Recall', { maxActiveCalls: 2 })
  for (let made = 0; made < 120; made += 1) await world.makeDueCall({ campaignId, ...soon })
  for (let made = 0; made < 10; made += 1) await world.makeDueCall()
  const deps = world.depsWith(new ScriptedProvider())
  const claims = []
  for (let hasMore = true; hasMore; ) {
    const claimed = await claimDueCalls(deps, { organizationId: world.organizationId, limit: 100 })
    claims.push(...claimed.attempts)
    hasMore = claimed.hasMore
  }
  const rows = await world.db.call.findMany({ where: { status: 'placing' } })
  expect(claims).toHaveLength(5)
  expect(rows.filter((row) => row.campaignId === campaignId)).toHaveLength(2)
  const [attempt] = await world.attemptsOf(rows.find((row) => row.campaignId)?.id ?? '')
  expect(attempt).toMatchObject({ scheduleConfigVersion: 1, campaignConfigVersion: 3 })
})

test('a paused campaign holds its calls and nobody else', async () => {
  const campaignId = await makeCampaign('Recall', null, { isPaused: true })
  const paused = await world.makeDueCall({ campaignId, ...soon })
  const other = await world.makeDueCall()
  world.startDispatcher(new ScriptedProvider())
  await world.settle()
  expect(await world.callById(paused.id)).toMatchObject({ heldReason: 'Recall is paused' })
  expect(await world.callById(other.id)).toMatchObject({ status: 'placing' })

  await world.db.campaign.update({ where: { id: campaignId }, data: { isPaused: false } })
  const target = { organizationId: world.organizationId, callId: paused.id, sight: 'all' as const }
  const releasedBy = world.clock.now().add({ seconds: 30 })
  expect(await whyNotNow(world.depsWith(new ScriptedProvider()), target)).toMatchObject({
    eligible: false,
    releasedBy,
    nextEligibleAt: releasedBy,
  })
  await world.pass(32)
  expect(await world.callById(paused.id)).toMatchObject({ status: 'placing' })
})

test('a call that another rule holds by now says so', async () => {
  const campaignId = await makeCampaign('Recall', null, { isPaused: true })
  const record = { customerTimeZone: null, customerPhone: '+9990000009' }
  const call = await world.makeDueCall({ campaignId, ...soon, record })
  world.startDispatcher(new ScriptedProvider())
  await world.settle()
  expect(await world.callById(call.id)).toMatchObject({ heldReason: 'Recall is paused' })
  await world.db.campaign.update({ where: { id: campaignId }, data: { isPaused: false } })
  await world.pass(32)
  expect((await world.callById(call.id)).heldReason).toMatch(/^No time zone is known/)
  await world.pass(64)
  expect(await world.callById(call.id)).toMatchObject({ version: 3 })
})

test('a campaign has hours of its own; pause, quiet hours and zone are the organization’s', async () => {
  const friday = [{ start: '00:00', end: '24:00' }]
  const campaignId = await makeCampaign('Evenings', { weekly: { friday } })
  await world.saveSchedule({ weekly: { monday: [{ start: '09:00', end: '18:00' }] }, paused: true })
  const evening = await world.makeDueCall({ campaignId })
  const usual = await world.makeDueCall()
  world.startDispatcher(new ScriptedProvider())
  await world.pass(2)
  expect(await world.callById(evening.id)).toMatchObject({ status: 'ready', version: 1 })

  await world.saveSchedule({ weekly: { monday: [{ start: '09:00', end: '18:00' }] } })
  await world.pass(2)
  expect(await world.callById(evening.id)).toMatchObject({ status: 'placing' })
  expect(await world.callById(usual.id)).toMatchObject({ dueAt: new Date('2026-11-23T14:00:00Z') })

  await world.clock.skip(9.5 * 3_600_000)
  const atNight = await world.makeDueCall({ campaignId })
  await world.pass(2)
  expect(await world.callById(atNight.id)).toMatchObject({ status: 'ready' })
  expect(await world.attemptsOf(atNight.id)).toEqual([])
})
