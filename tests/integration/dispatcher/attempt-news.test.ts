import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptNewsSchema } from '../../../src/server/domain/call.schema.ts'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { anyToldLife, ended, type News, tellLives } from '../../support/trials/shuffle-news.ts'

let world: DispatchWorld
beforeAll(async () => {
  world = await createDispatchWorld()
  await world.saveSchedule({ maxActiveCalls: 1000, maxPerMinute: 6000 })
})
afterAll(() => world[Symbol.asyncDispose]())

const deps = () => world.depsWith(new ScriptedProvider())

async function placedCall(overrides: Parameters<DispatchWorld['makeDueCall']>[0] = {}) {
  const call = await world.makeDueCall(overrides)
  const { attempts } = await claimDueCalls(deps(), {
    organizationId: world.organizationId,
    limit: 10,
  })
  const [attempt] = attempts
  if (attempt === undefined) throw new Error('Nothing was claimed')
  const tell = (news: News) =>
    applyAttemptNews(deps(), {
      placementKey: attempt.request.placementKey,
      providerCallId: `line-${attempt.callId}`,
      at: world.clock.now(),
      source: 'callback',
      ...news,
    })
  return { callId: call.id, attempt, tell }
}

test('a retry counts from the very end of its attempt, however long its change takes', async () => {
  const { callId, attempt } = await placedCall()
  let readings = 0
  const clock = {
    now: () => world.clock.now().add({ milliseconds: 7 * readings++ }),
    after: () => () => undefined,
  }
  const { placementKey } = attempt.request
  await applyAttemptNews(
    { ...deps(), clock },
    { ...ended('busy'), placementKey, providerCallId: null, at: clock.now(), source: 'callback' },
  )
  const { endTime, dueAt, notBefore } = await world.callById(callId)
  expect(Number(dueAt) - Number(endTime)).toBe(15 * 60_000)
  expect(notBefore).toEqual(dueAt)
})

test('no retry is promised for after the end of the campaign, and the attempt says why', async () => {
  const { organizationId, db } = world
  const endsAt = new Date('2026-11-20T17:10:00Z')
  const campaign = await db.campaign.create({ data: { organizationId, name: 'Recall', endsAt } })
  const { callId, tell } = await placedCall({ campaignId: campaign.id })
  await tell(ended('busy'))
  const { status, dueAt } = await world.callById(callId)
  expect({ status, dueAt }).toEqual({ status: 'missed', dueAt: null })
  const [attempt] = await world.attemptsOf(callId)
  const history = attemptNewsSchema.array().parse(attempt?.history)
  expect(history.at(-1)).toMatchObject({
    source: 'we',
    applied: true,
    event:
      'not tried again: Busy: the next try Fri 20 Nov 12:15 would be after the end of the ' +
      'campaign Fri 20 Nov 12:10',
  })
})

test('news repeated and in any order end in the same state, and never move backwards', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyToldLife, { minLength: 5, maxLength: 5 }), async (lives) => {
      for (const _ of lives) await world.makeDueCall()
      const { organizationId } = world
      expect(await tellLives(deps(), { organizationId, lives })).toEqual([])
    }),
    randomRuns(8),
  )
})

test('the first end wins over a contradicting one', async () => {
  const { callId, tell } = await placedCall()
  expect(await tell(ended('busy'))).toBe('applied')
  expect(await tell(ended('answered'))).toBe('kept')
  expect(await world.callById(callId)).toMatchObject({ status: 'missed', outcome: 'busy' })
})

test('a call answered without a word tells older ones of its visit that they are not the newest', async () => {
  const older = await world.makeDueCall({
    status: 'completed',
    dueAt: null,
    endTime: new Date('2026-11-18T16:00:00Z'),
  })
  const { callId, tell } = await placedCall({ serviceRecordId: older.serviceRecordId })
  await tell(ended('answered'))
  const told = await world.db.feedEvent.findMany({ where: { callId: older.id } })
  expect(told).toMatchObject([
    { version: older.version + 1, payload: { call: { isNewestAnswered: false } } },
  ])
  const last = await world.db.feedEvent.findFirst({ where: { callId }, orderBy: { seq: 'desc' } })
  expect(last).toMatchObject({ payload: { call: { isNewestAnswered: true } } })
})

test('an opt-out counts even where its news come too late to change the call', async () => {
  const { callId, tell } = await placedCall()
  await tell(ended('busy'))
  expect(await tell(ended('opted_out'))).toBe('kept')
  const { phoneNumber } = await world.callById(callId)
  expect(await world.db.doNotCall.count({ where: { phoneNumber } })).toBe(1)
})

test('news of an earlier attempt do not reach the call', async () => {
  const { callId, tell } = await placedCall()
  await tell(ended('busy'))
  await world.db.call.update({ where: { id: callId }, data: { dueAt: new Date(0) } })
  await claimDueCalls(deps(), { organizationId: world.organizationId, limit: 1 })
  expect(await world.callById(callId)).toMatchObject({ status: 'placing', attemptCount: 2 })
  expect(await tell(ended('answered'))).toBe('kept')
  expect(await world.callById(callId)).toMatchObject({ status: 'placing' })
})

test('news of another line than the one that was opened change nothing', async () => {
  const { callId, tell, attempt } = await placedCall()
  await tell({ type: 'ringing' })
  const { placementKey } = attempt.request
  const other = { placementKey, providerCallId: 'another-line', source: 'callback' as const }
  const result = await applyAttemptNews(deps(), {
    ...other,
    at: world.clock.now(),
    type: 'answered',
  })
  expect(result).toBe('kept')
  expect(await world.callById(callId)).toMatchObject({ status: 'ringing' })
})

test('news of nothing that we know are no error', async () => {
  const { attempt } = await placedCall()
  const news = { placementKey: 'nobody', providerCallId: 'x', at: world.clock.now() }
  expect(await applyAttemptNews(deps(), { ...news, source: 'callback', type: 'ringing' })).toBe(
    'no_attempt',
  )
  await world.db.call.delete({ where: { id: attempt.callId } })
  const { placementKey } = attempt.request
  expect(
    await applyAttemptNews(deps(), { ...news, placementKey, source: 'callback', type: 'ringing' }),
  ).toBe('no_attempt')
})

test('a retry goes to the number that the visit got while the call was on the line', async () => {
  const { callId, tell } = await placedCall()
  const { serviceRecordId, phoneNumber } = await world.callById(callId)
  const customerPhone = '+14695550177'
  await world.db.serviceRecord.update({
    where: { id: serviceRecordId },
    data: { customerPhone, customerName: 'Ana Ruiz' },
  })
  await tell({ type: 'ringing' })
  expect(await world.callById(callId)).toMatchObject({ phoneNumber })
  await tell(ended('busy'))
  expect(await world.callById(callId)).toMatchObject({
    phoneNumber: customerPhone,
    customerName: 'Ana Ruiz',
  })
})

test('a call that is not tried again keeps the number that was dialed', async () => {
  const { callId, tell } = await placedCall()
  const { serviceRecordId, phoneNumber } = await world.callById(callId)
  await world.db.serviceRecord.update({
    where: { id: serviceRecordId },
    data: { customerPhone: '+14695550177' },
  })
  await tell(ended('answered'))
  expect(await world.callById(callId)).toMatchObject({ phoneNumber })
})
