import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import type { ProviderEvent } from '../../../src/server/telephony/port.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

let world: DispatchWorld
beforeAll(async () => {
  world = await createDispatchWorld()
  await world.saveSchedule({ maxActiveCalls: 1000, maxPerMinute: 6000 })
})
afterAll(() => world[Symbol.asyncDispose]())

const deps = () => world.depsWith(new ScriptedProvider())

async function placedCall() {
  const call = await world.makeDueCall()
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

type News =
  | { type: 'ringing' }
  | { type: 'answered' }
  | Pick<Extract<ProviderEvent, { type: 'ended' }>, 'type' | 'outcome' | 'talkSec' | 'feedback'>

const ended = (outcome: 'answered' | 'no_answer' | 'busy' | 'opted_out'): News => ({
  type: 'ended',
  outcome,
  talkSec: outcome === 'answered' ? 40 : null,
  feedback: null,
})

const rank = ['placing', 'ringing', 'in_progress', 'completed', 'missed']

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

describe('news repeated and in any order', () => {
  const lives: { name: string; news: News[] }[] = [
    { name: 'answered', news: [{ type: 'ringing' }, { type: 'answered' }, ended('answered')] },
    { name: 'not answered', news: [{ type: 'ringing' }, ended('no_answer')] },
  ]
  for (const { name, news } of lives) {
    test(`end in the same state: ${name}`, async () => {
      const final = news.at(-1)
      await fc.assert(
        fc.asyncProperty(
          fc
            .array(fc.integer({ min: 1, max: 5 }), {
              minLength: news.length,
              maxLength: news.length,
            })
            .map((times) => news.flatMap((one, index) => Array(times[index] ?? 1).fill(one)))
            .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
          async (told: News[]) => {
            const { callId, tell } = await placedCall()
            const results = []
            for (const one of told) results.push(await tell(one))

            const call = await world.callById(callId)
            expect({ status: call.status, outcome: call.outcome }).toEqual({
              status:
                final?.type === 'ended' && final.outcome === 'answered' ? 'completed' : 'missed',
              outcome: final?.type === 'ended' ? final.outcome : null,
            })
            const statuses = await world.statusesTold(callId)
            const ranks = statuses.map((status) => rank.indexOf(status))
            expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b))
            const applied = results.filter((result) => result === 'applied').length
            expect(statuses).toHaveLength(1 + applied)
            expect(call.version).toBe(2 + applied)
            const [attempt] = await world.attemptsOf(callId)
            expect(attempt?.history).toHaveLength(1 + told.length)
          },
        ),
        randomRuns(25),
      )
    })
  }
})

test('the first end wins over a contradicting one', async () => {
  const { callId, tell } = await placedCall()
  expect(await tell(ended('busy'))).toBe('applied')
  expect(await tell(ended('answered'))).toBe('kept')
  expect(await world.callById(callId)).toMatchObject({ status: 'missed', outcome: 'busy' })
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
