import { describe, expect, it } from 'vitest'
import { decideAutoPause, lookBackFrom } from '../../../src/server/domain/auto-pause.ts'
import { at } from '../../support/calling-facts.ts'

const autoPause = { failureRatio: 0.5, minAttempts: 10, windowMinutes: 15 }
const decide = (failedCount: number, attemptCount: number, wordlessCount = 0) =>
  decideAutoPause(autoPause, { failedCount, attemptCount, wordlessCount })

describe('calling stops by itself', () => {
  it.each([
    [5, 10, true],
    [10, 10, true],
    [6, 12, true],
    [4, 10, false],
    [9, 9, false],
    [0, 0, false],
    [0, 100, false],
  ])('after %i failures of %i calls: %s', (failed, attempts, pause) => {
    expect(decide(failed, attempts).pause).toBe(pause)
  })

  it('says why and why not', () => {
    expect(decide(6, 12).reason).toBe(
      '6 of the last 12 calls in 15 min failed for technical reasons',
    )
    expect(decide(10, 12, 7).reason).toBe(
      '10 of the last 12 calls in 15 min failed for technical reasons, 7 of them answered without a word from us: the provider may not reach this server',
    )
    expect(decide(3, 3).reason).toBe(
      '3 of the last 3 calls in 15 min failed for technical reasons, fewer than the 10 it takes to tell',
    )
  })

  it('never without a failure, whatever the share', () => {
    const always = { ...autoPause, failureRatio: 0.05, minAttempts: 1 }
    expect(
      decideAutoPause(always, { failedCount: 0, attemptCount: 5, wordlessCount: 0 }).pause,
    ).toBe(false)
  })
})

describe('how far it looks back', () => {
  const now = at('2026-11-20T17:00:00Z')
  it.each([
    [null, '2026-11-20T16:45:00Z'],
    ['2026-11-20T16:00:00Z', '2026-11-20T16:45:00Z'],
    ['2026-11-20T16:50:00Z', '2026-11-20T16:50:00Z'],
  ])('gone on %s: from %s', (wentOnAt, from) => {
    const since = lookBackFrom(autoPause, { now, wentOnAt: wentOnAt ? at(wentOnAt) : null })
    expect(since.toString()).toBe(from)
  })
})
