import { expect, test } from 'vitest'
import { createDispatchWorld } from '../../support/dispatch-world.ts'
import { makeOrganization, makeServiceRecord } from '../../support/factories.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

test('a server whose clock is a year ahead neither erases, releases nor prunes, until it is right', async () => {
  await using world = await createDispatchWorld()
  const { db, clock } = world
  const { id: keeper } = await makeOrganization(db, { retentionDays: 300 })
  const aYearAgo = new Date('2025-11-19T15:00:00Z')
  await makeServiceRecord(db, keeper, { completedAt: aYearAgo })
  const held = await world.makeDueCall({ heldReason: 'paused' })
  const endpoint = await db.webhookEndpoint.create({
    data: {
      organizationId: keeper,
      url: 'https://hooks.example.com/',
      events: [],
      secret: 'whsec_',
      isEnabled: false,
    },
  })
  await db.webhookDelivery.create({
    data: {
      organizationId: keeper,
      endpointId: endpoint.id,
      event: 'call.missed',
      body: '{}',
      createdAt: aYearAgo,
    },
  })
  const found = async () => ({
    visits: await db.serviceRecord.count({ where: { organizationId: keeper } }),
    messages: await db.webhookDelivery.count(),
    heldReason: (await world.callById(held.id)).heldReason,
  })
  const before = { visits: 1, messages: 1, heldReason: 'paused' }
  expect(await found()).toEqual(before)

  const pass = async (minutes: number) => {
    await clock.skip(minutes * 60_000)
    await world.settle()
  }

  let aheadHours = 365 * 24
  let questions = 0
  world.startDispatcher(new ScriptedProvider(), {
    readDatabaseTime: async () => {
      questions += 1
      return clock.now().subtract({ hours: aheadHours })
    },
  })
  await world.settle()
  const atTheStart = questions
  await pass(15)
  expect(await found()).toEqual(before)

  aheadHours = 0
  await pass(15)
  expect(await found()).toEqual({ visits: 0, messages: 0, heldReason: null })
  expect(atTheStart, 'one question answers all who ask at the start').toBe(1)
})
