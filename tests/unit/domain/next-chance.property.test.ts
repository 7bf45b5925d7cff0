import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { createCallingCalendar } from '../../../src/server/domain/calling-window.ts'
import { eligibility } from '../../../src/server/domain/eligibility.ts'
import { chanceTerms, nextChance } from '../../../src/server/domain/next-chance.ts'
import { aCall, aCampaign, factsWith } from '../../support/calling-facts.ts'
import { MINUTE_MS } from '../../support/calling-window-oracle.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { anyWindowCase } from '../../support/schedule-arbitraries.ts'

const DAY = 1440
const anyOther = fc.record({
  due: fc.integer({ min: -DAY, max: DAY }),
  serviceEnd: fc.option(fc.integer({ min: -DAY, max: 60 })),
  expiry: fc.option(fc.integer({ min: -60, max: 3 * DAY })),
  lastPlaced: fc.option(fc.integer({ min: -32 * DAY, max: -28 * DAY })),
  attemptCount: fc.integer({ min: 0, max: 5 }),
  isAskedFor: fc.boolean(),
  outsideWindowsUntil: fc.option(fc.integer({ min: -60, max: DAY }), { freq: 1 }),
  isOnDoNotCall: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  hasZone: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
  campaign: fc.option(
    fc.record({
      isPaused: fc.boolean(),
      startsAt: fc.option(fc.integer({ min: -DAY, max: DAY })),
      endsAt: fc.option(fc.integer({ min: -DAY, max: 4 * DAY })),
    }),
  ),
})

it('agrees with eligibility about when a call may be placed', { timeout: 60_000 }, () => {
  let open = 0
  fc.assert(
    fc.property(anyWindowCase, anyOther, (example, other) => {
      const on = (minutes: number | null | undefined) =>
        minutes === null || minutes === undefined
          ? null
          : Temporal.Instant.fromEpochMilliseconds(example.instantMs + minutes * MINUTE_MS)
      const { campaign, isOnDoNotCall, hasZone, attemptCount, isAskedFor } = other
      const call = aCall({
        dueAt: on(other.due),
        serviceCompletedAt: on(other.serviceEnd),
        expiresAt: on(other.expiry),
        attemptCount,
        isAskedFor,
        outsideWindowsUntil: on(other.outsideWindowsUntil),
        campaign: campaign && {
          ...aCampaign,
          isPaused: campaign.isPaused,
          startsAt: on(campaign.startsAt),
          endsAt: on(campaign.endsAt),
        },
      })
      const customerZones = hasZone ? example.customerZones : []
      const calendar = createCallingCalendar(example.config, (date) =>
        example.holidays.has(date) ? 'Holiday' : null,
      )
      const now = Temporal.Instant.fromEpochMilliseconds(example.instantMs)
      const lastPlacedToNumberAt = on(other.lastPlaced)
      const lastPlacedToNumberMs = lastPlacedToNumberAt?.epochMilliseconds ?? null
      const dueMs = example.instantMs + other.due * MINUTE_MS
      const facts = factsWith({ calendar, customerZones, isOnDoNotCall, lastPlacedToNumberAt })
      const queued = {
        id: 'one',
        phoneNumber: '+14695550119',
        campaignId: null,
        call,
        dueMs,
        customerZones,
        isInvented: false,
        isOnDoNotCall,
        lastPlacedToNumberMs,
      }
      const terms = chanceTerms(queued, calendar, dueMs)
      const chance = nextChance(terms, example.instantMs, lastPlacedToNumberMs)
      const { nextEligibleAt } = eligibility(call, facts, now)
      if (nextEligibleAt) open += 1
      expect(chance.kind === 'at' ? chance.atMs : null).toBe(
        nextEligibleAt?.epochMilliseconds ?? null,
      )
    }),
    randomRuns(400),
  )
  expect(open).toBeGreaterThan(20)
})
