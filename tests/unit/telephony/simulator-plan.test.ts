import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptOutcomes } from '../../../src/server/domain/call-status.ts'
import {
  conversationById,
  type PlanInput,
  planCall,
} from '../../../src/server/telephony/simulator/call-plan.ts'
import {
  decodePlannedCall,
  encodePlannedCall,
} from '../../../src/server/telephony/simulator/plan-code.ts'
import { demoScenarios, keptScenario } from '../../../src/server/telephony/simulator/scenarios.ts'
import { randomRuns } from '../../support/random-runs.ts'

const input = (overrides: Partial<PlanInput> = {}): PlanInput => ({
  seed: 'test',
  placementKey: 'key',
  phoneNumber: '+14695550119',
  scenario: null,
  ringTimeoutSec: 25,
  ...overrides,
})

const manyPlans = Array.from({ length: 20_000 }, (_, index) =>
  planCall(input({ placementKey: `key-${index}`, phoneNumber: `+1469${index % 5000}` })),
)
const shareOf = (outcome: string) =>
  manyPlans.filter((plan) => plan.outcome === outcome).length / manyPlans.length

describe('proportions', () => {
  const expected: [string, number][] = [
    ['no_answer', 0.2],
    ['busy', 0.06],
    ['voicemail', 0.06],
    ['rejected', 0.03],
    ['invalid_number', 0.02],
    ['provider_error', 0.01],
  ]
  for (const [outcome, share] of expected) {
    test(`${outcome}: about ${share}`, () => {
      expect(Math.abs(shareOf(outcome) - share)).toBeLessThan(0.01)
    })
  }

  test('about 62 of 100 are answered, few of them to opt out', () => {
    expect(Math.abs(shareOf('answered') + shareOf('opted_out') - 0.62)).toBeLessThan(0.02)
    expect(shareOf('opted_out')).toBeLessThan(0.03)
  })

  test('every conversation is played sometimes', () => {
    expect(new Set(manyPlans.map(({ conversationId }) => conversationId)).size).toBe(14)
  })
})

test('a number that does not exist never comes to exist', () => {
  const byNumber = new Map<string, Set<boolean>>()
  manyPlans.forEach((plan, index) => {
    const known = byNumber.get(`${index % 5000}`) ?? new Set()
    byNumber.set(`${index % 5000}`, known.add(plan.outcome === 'invalid_number'))
  })
  expect([...byNumber.values()].every((answers) => answers.size === 1)).toBe(true)
})

test('the same question has the same answer, another attempt has another', () => {
  expect(planCall(input())).toEqual(planCall(input()))
  const others = ['a', 'b', 'c'].map((placementKey) => planCall(input({ placementKey })).endAfterMs)
  expect(new Set(others).size).toBe(3)
})

test('Spanish numbers are answered in Spanish', () => {
  const plans = Array.from({ length: 50 }, (_, index) =>
    planCall(input({ placementKey: `${index}`, phoneNumber: '+34612345678' })),
  )
  const answered = plans.filter(({ conversationId }) => conversationId !== null)
  expect(answered.length).toBeGreaterThan(0)
  expect(answered.every(({ conversationId }) => conversationId?.startsWith('es-'))).toBe(true)
})

const anyInput = fc.record({
  seed: fc.string(),
  placementKey: fc.uuid(),
  phoneNumber: fc.stringMatching(/^\+[1-9]\d{7,14}$/),
  scenario: fc.constantFrom(null, 'nonsense', ...demoScenarios.map(({ id }) => id)),
  ringTimeoutSec: fc.integer({ min: 5, max: 120 }),
})

test('every plan is possible: rings before it is answered, ends after, within the timeout', () => {
  fc.assert(
    fc.property(anyInput, (asked) => {
      const plan = planCall(asked)
      const { ringAfterMs, answerAfterMs, endAfterMs, conversationId } = plan
      expect(endAfterMs).toBeGreaterThan(0)
      expect(conversationId === null).toBe(answerAfterMs === null)
      if (answerAfterMs !== null) {
        expect(ringAfterMs ?? Number.NaN).toBeLessThan(answerAfterMs)
        expect(endAfterMs - answerAfterMs).toBe(conversationById(conversationId)?.durationMs)
      }
      const rang = (answerAfterMs ?? endAfterMs) - (ringAfterMs ?? 0)
      if (ringAfterMs !== null) expect(rang).toBeLessThanOrEqual(asked.ringTimeoutSec * 1000)
    }),
    randomRuns(2000),
  )
})

test('a call is read back from its id as it was written', () => {
  fc.assert(
    fc.property(anyInput, fc.integer({ min: 0, max: 4e12 }), (asked, acceptedAtMs) => {
      const { placementKey } = asked
      const call = { placementKey, acceptedAtMs, plan: planCall(asked) }
      expect(decodePlannedCall(encodePlannedCall(call))).toEqual(call)
    }),
    randomRuns(2000),
  )
})

test('ids of others are not taken for a call', () => {
  for (const id of [
    '',
    'CA0123',
    'sim:a:b:c:d:e:f:g',
    'sim:key:1:::2:nonsense:',
    'sim:k:1:::2:busy::x',
  ]) {
    expect(decodePlannedCall(id)).toBeNull()
  }
})

test('numbers for trying things out are always answered by somebody who talks', () => {
  for (let at = 0; at < 2000; at += 1) {
    const phoneNumber = `+1500555${String(at).padStart(4, '0')}`
    const plan = planCall(input({ placementKey: `key-${at}`, phoneNumber }))
    expect(plan.outcome).toBe('answered')
    expect(conversationById(plan.conversationId)?.outcome).toBe('answered')
  }
})

describe('demo scenarios', () => {
  for (const scenario of demoScenarios) {
    test(`${scenario.id} plays as it is described`, () => {
      const plan = planCall(input({ scenario: scenario.id, ringTimeoutSec: 60 }))
      expect(plan.outcome).toBe(scenario.outcome)
      expect(plan.conversationId).toBe(scenario.conversationId)
      if (scenario.conversationId === null) return
      expect(conversationById(scenario.conversationId)?.language).toBe(scenario.language)
    })
  }

  test('play the same where the provider misbehaves', () => {
    for (const { id } of demoScenarios) {
      const plan = planCall(input({ scenario: keptScenario(id, true) }))
      expect(plan).toEqual(planCall(input({ scenario: id })))
    }
  })

  test('an audience waits at most ten seconds for something to happen', () => {
    for (const { id } of demoScenarios) {
      for (const placementKey of ['a', 'b', 'c', 'd']) {
        const plan = planCall(input({ scenario: id, placementKey, ringTimeoutSec: 60 }))
        const rung = (plan.answerAfterMs ?? plan.endAfterMs) - (plan.ringAfterMs ?? 0)
        expect(rung).toBeLessThanOrEqual(10_000)
      }
    }
  })

  test('have ids of their own and outcomes that attempts can have', () => {
    expect(new Set(demoScenarios.map(({ id }) => id)).size).toBe(demoScenarios.length)
    for (const { outcome } of demoScenarios) expect(attemptOutcomes).toContain(outcome)
  })
})
