import { describe, expect, it, test } from 'vitest'
import {
  type CallEventType,
  type CallStatus,
  callStatuses,
} from '../../../src/server/domain/call-status.ts'
import { webhookEventsOf } from '../../../src/server/domain/webhook-events.ts'
import { nextTryAt, whyDisable } from '../../../src/server/domain/webhook-retry.ts'
import { at } from '../../support/calling-facts.ts'

describe('what a change of a call is told as', () => {
  const told = (
    from: CallStatus,
    { isDemo = false, event = 'attempt_ended' }: { isDemo?: boolean; event?: CallEventType } = {},
  ) =>
    callStatuses.flatMap((status) =>
      webhookEventsOf({ from, event }, { status, isDemo }).map((name) => `${status}: ${name}`),
    )

  it('is its completion, and that it was missed or could not be placed', () => {
    const all = ['completed: call.completed', 'missed: call.missed', 'failed: call.missed']
    expect(told('in_progress')).toEqual(all)
  })

  it('is nothing where the status stays, nor of a demo', () => {
    expect(told('completed')).not.toContain('completed: call.completed')
    expect(told('in_progress', { isDemo: true })).toEqual([])
  })

  it('is nothing where a person took a change back, since nobody was called', () => {
    expect(told('canceled', { event: 'restored' })).toEqual([])
  })

  it('is that a retry which was told of has lapsed, though the status stays', () => {
    expect(told('missed', { event: 'expired' })).toContain('missed: call.missed')
  })
})

const now = at('2026-11-20T17:00:00Z')

test('tries come further and further apart, for about a day', () => {
  const waits: number[] = []
  for (let tries = 1; ; tries++) {
    const next = nextTryAt(tries, { now, random: () => 0 })
    if (next === null) break
    waits.push(next.since(now).total('minutes'))
  }
  expect(waits).toEqual([5 / 60, 5, 30, 120, 300, 480, 480])
  const hours = waits.reduce((sum, minutes) => sum + minutes, 0) / 60
  expect(hours).toBeGreaterThan(20)
  expect(hours).toBeLessThan(25)
  const latest = nextTryAt(2, { now, random: () => 0.999 })
  expect(latest?.since(now).total('minutes')).toBeCloseTo(5.5, 1)
})

describe('an endpoint is disabled', () => {
  it.each([
    ['that says it is gone', 410, '2026-11-20T17:00:00Z', /gone/],
    ['that has failed for three days', 500, '2026-11-17T17:00:00Z', /three days/],
    ['that has not answered for three days', null, '2026-11-17T17:00:00Z', /three days/],
  ])('%s', (_, statusCode, since, why) => {
    expect(whyDisable({ statusCode, failingSince: at(since), now })).toMatch(why)
  })

  it('not a moment earlier', () => {
    const failingSince = at('2026-11-17T17:00:01Z')
    expect(whyDisable({ statusCode: 500, failingSince, now })).toBeNull()
  })
})
