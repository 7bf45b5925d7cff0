import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { createCallingCalendar } from '../../../src/server/domain/calling-window.ts'
import { eligibility } from '../../../src/server/domain/eligibility.ts'
import { type CallingFacts, type CallToJudge, GATE_NAMES } from '../../../src/server/domain/gate.ts'
import { nextAttempt } from '../../../src/server/domain/retry-policy.ts'
import { RETRY_OUTCOMES } from '../../../src/server/domain/schedule-config-rules.ts'
import { aCall, factsWith } from '../../support/calling-facts.ts'
import { MINUTE_MS, oracleAllows, oracleNext } from '../../support/calling-window-oracle.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { anyWindowCase, type WindowCase } from '../../support/schedule-arbitraries.ts'

const DAY_MINUTES = 1440
const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

/** Minutes from the instant of the case at which the gates of time open and close. */
type Moments = { due: number; serviceEnd: number; expiry: number; lastPlaced: number | null }

const anyMoments: fc.Arbitrary<Moments> = fc.record({
  due: fc.integer({ min: -DAY_MINUTES, max: DAY_MINUTES }),
  serviceEnd: fc.integer({ min: -DAY_MINUTES, max: 0 }),
  expiry: fc.integer({ min: -60, max: 3 * DAY_MINUTES }),
  lastPlaced: fc.option(fc.integer({ min: -32 * DAY_MINUTES, max: -28 * DAY_MINUTES })),
})

function callingCase(example: WindowCase, moments: Moments) {
  const base = example.instantMs
  const minutesOn = (minutes: number) => instant(base + minutes * MINUTE_MS)
  const { config, holidays, customerZones } = example
  const call: CallToJudge = aCall({
    dueAt: minutesOn(moments.due),
    serviceCompletedAt: minutesOn(moments.serviceEnd),
    expiresAt: minutesOn(moments.expiry),
  })
  const facts: CallingFacts = factsWith({
    calendar: createCallingCalendar(config, (date) => (holidays.has(date) ? 'Holiday' : null)),
    customerZones,
    lastPlacedToNumberAt: moments.lastPlaced === null ? null : minutesOn(moments.lastPlaced),
  })
  return { call, facts }
}

/** What the gates should say, from the oracle and plain arithmetic. */
function oracleEligible(example: WindowCase, moments: Moments, atMs: number): boolean {
  const minutes = (atMs - example.instantMs) / MINUTE_MS
  const { config } = example
  const { due, serviceEnd, expiry, lastPlaced } = moments
  return (
    minutes >= due &&
    minutes >= serviceEnd + config.delayAfterServiceMinutes &&
    minutes < expiry &&
    (lastPlaced === null || minutes >= lastPlaced + config.minDaysBetweenCalls * DAY_MINUTES) &&
    oracleAllows(example, atMs)
  )
}

describe('eligibility', { timeout: 60_000 }, () => {
  it('agrees with the oracle, and lists every gate with its reason', () => {
    fc.assert(
      fc.property(anyWindowCase, anyMoments, (example, moments) => {
        const { call, facts } = callingCase(example, moments)
        for (let minutes = 0; minutes <= 3 * DAY_MINUTES; minutes += 173) {
          const atMs = example.instantMs + minutes * MINUTE_MS
          const result = eligibility(call, facts, instant(atMs))
          expect(result.eligible).toBe(oracleEligible(example, moments, atMs))
          expect(result.gates).toHaveLength(GATE_NAMES.length)
          expect(result.gates.every(({ reason }) => reason.length > 0)).toBe(true)
        }
      }),
      randomRuns(150),
    )
  })

  it('is true at the next eligible instant and at none before', () => {
    fc.assert(
      fc.property(anyWindowCase, anyMoments, (example, moments) => {
        const { call, facts } = callingCase(example, moments)
        const { nextEligibleAt } = eligibility(call, facts, instant(example.instantMs))
        const endMs = example.instantMs + 3 * DAY_MINUTES * MINUTE_MS
        let expectedMs: number | null = null
        // Gates open at whole minutes of the wall clock or of the call's own moments.
        const firstWholeMinute = Math.ceil(example.instantMs / MINUTE_MS) * MINUTE_MS
        const candidates = [example.instantMs, firstWholeMinute]
        for (let step = 0; expectedMs === null && step <= 3 * DAY_MINUTES; step++) {
          for (const base of candidates) {
            const ms = base + step * MINUTE_MS
            if (expectedMs === null && ms < endMs && oracleEligible(example, moments, ms)) {
              expectedMs = ms
            }
          }
        }
        expect(nextEligibleAt?.epochMilliseconds ?? null).toBe(expectedMs)
        if (nextEligibleAt) expect(eligibility(call, facts, nextEligibleAt).eligible).toBe(true)
      }),
      randomRuns(60),
    )
  })
})

describe('the next attempt', { timeout: 60_000 }, () => {
  it('comes at the first allowed instant after its delay, or not before the expiry', () => {
    fc.assert(
      fc.property(
        anyWindowCase,
        fc.constantFrom(...RETRY_OUTCOMES),
        fc.integer({ min: 1, max: 3 }),
        (example, outcome, attemptNumber) => {
          const { config, holidays, customerZones, instantMs } = example
          const delays = config.retry[outcome]
          const delay = delays[Math.min(attemptNumber, delays.length) - 1] ?? 0
          const wishedMs = instantMs + delay * MINUTE_MS
          const expiresMs = wishedMs + 3 * DAY_MINUTES * MINUTE_MS
          const { retryAt } = nextAttempt({
            outcome,
            attemptNumber,
            endedAt: instant(instantMs),
            expiresAt: instant(expiresMs),
            calendar: createCallingCalendar(config, (date) => (holidays.has(date) ? 'X' : null)),
            customerZones,
          })
          expect(retryAt?.epochMilliseconds ?? null).toBe(oracleNext(example, wishedMs, expiresMs))
        },
      ),
      randomRuns(100),
    )
  })
})
