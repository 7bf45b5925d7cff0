import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { decideAutoPause } from '../../../src/server/domain/auto-pause.ts'
import { callOutcomes, callStatuses } from '../../../src/server/domain/call-status.ts'
import { createCallingCalendar } from '../../../src/server/domain/calling-window.ts'
import { eligibility } from '../../../src/server/domain/eligibility.ts'
import { nextAttempt } from '../../../src/server/domain/retry-policy.ts'
import { rights, whatRoleDoes, whoMay } from '../../../src/server/domain/rights.ts'
import { findUnreachableZones } from '../../../src/server/domain/unreachable-zones.ts'
import { aCall, factsWith } from '../../support/calling-facts.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { anyWindowCase, ZONES } from '../../support/schedule-arbitraries.ts'
import { untoldWords } from '../../support/untold.ts'

const places = ZONES.flatMap((zone) => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? [])

/** What no language changes is taken out of what stayed: names of places, holidays and campaigns. */
const leftOf = (reason: string) =>
  [...places, 'Founders Day', 'Winter check']
    .reduce((left, name) => left.replaceAll(name, ''), untoldWords(reason))
    .replaceAll(/[\s;]/g, '')

const MINUTE_MS = 60_000
const minutes = fc.integer({ min: -3000, max: 3000 })
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })

const anyQuestion = fc.record({
  example: anyWindowCase,
  call: fc.record({
    status: fc.constantFrom(...callStatuses),
    outcome: some(fc.constantFrom(...callOutcomes)),
    due: some(minutes),
    serviceEnd: some(minutes),
    expiry: some(minutes),
    attemptCount: fc.integer({ min: 0, max: 5 }),
    isDemo: fc.boolean(),
    isAskedFor: fc.boolean(),
    outsideUntil: some(minutes),
  }),
  campaign: some(
    fc.record({
      isPaused: fc.boolean(),
      startsIn: some(minutes),
      endsIn: some(minutes),
      isFull: fc.boolean(),
    }),
  ),
  world: fc.record({
    isPaused: fc.boolean(),
    delayAfterServiceMinutes: fc.constantFrom(0, 15, 90, 120, 1440, 2880),
    maxAttempts: fc.integer({ min: 1, max: 4 }),
    isWithoutRetries: fc.boolean(),
    isZoneKnown: fc.boolean(),
    activeCalls: fc.integer({ min: 0, max: 5 }),
    placedLastMinute: fc.integer({ min: 0, max: 12 }),
    isOnDoNotCall: fc.boolean(),
    lastPlaced: some(fc.integer({ min: -60_000, max: 0 })),
    isNumberOnLine: fc.boolean(),
    autoPaused: some(minutes),
    isReadEarlier: fc.boolean(),
    isReadLater: fc.boolean(),
  }),
})

it('tells every reason of every gate, of retries and of zones in Spanish', () => {
  fc.assert(
    fc.property(anyQuestion, ({ example, call, campaign, world }) => {
      const instantIn = (after: number) =>
        Temporal.Instant.fromEpochMilliseconds(example.instantMs + after * MINUTE_MS)
      const momentIn = (after: number | null) => (after === null ? null : instantIn(after))
      const now = instantIn(0)
      const { delayAfterServiceMinutes, maxAttempts } = world
      const retry = world.isWithoutRetries
        ? { no_answer: [], busy: [], voicemail: [], rejected: [], provider_error: [] }
        : example.config.retry
      const config = {
        ...example.config,
        retry,
        delayAfterServiceMinutes,
        maxAttempts,
        paused: world.isPaused,
      }
      const calendar = createCallingCalendar(config, (date) =>
        example.holidays.has(date) ? 'Founders Day' : null,
      )
      const customerZones = world.isZoneKnown ? example.customerZones : []
      const { gates } = eligibility(
        aCall({
          ...call,
          dueAt: momentIn(call.due),
          serviceCompletedAt: momentIn(call.serviceEnd),
          expiresAt: momentIn(call.expiry),
          outsideWindowsUntil: momentIn(call.outsideUntil),
          campaign: campaign && {
            name: 'Winter check',
            isPaused: campaign.isPaused,
            startsAt: momentIn(campaign.startsIn),
            endsAt: momentIn(campaign.endsIn),
            maxActiveCalls: campaign.isFull ? 1 : null,
          },
        }),
        factsWith({
          ...world,
          calendar,
          customerZones,
          campaignActiveCalls: 1,
          lastPlacedToNumberAt: momentIn(world.lastPlaced),
          autoPausedAt: momentIn(world.autoPaused),
          readAt: world.isReadEarlier ? instantIn(-3000) : now,
        }),
        now,
      )
      const { reason: retryReason } = nextAttempt({
        outcome: call.outcome ?? 'no_answer',
        attemptNumber: call.attemptCount + 1,
        endedAt: now,
        expiresAt: momentIn(call.expiry),
        campaignEndsAt: momentIn(campaign?.endsIn ?? null),
        calendar,
        customerZones,
      })
      const unreachable = findUnreachableZones({
        calls: [{ customerZones, campaignId: null, call: {} }],
        calendarOf: () => calendar,
        nowMs: example.instantMs,
      })
      const reasons = [...gates, ...unreachable].map(({ reason }) => reason)
      const left = [...reasons, retryReason].filter((reason) => leftOf(reason) !== '')
      expect(left).toEqual([])
    }),
    randomRuns(40),
  )
})

/** What the page says somebody may not do: the second argument of its hook. */
const acts = readdirSync('src/client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join('src/client', file), 'utf8'))
  .flatMap((source) => [...source.matchAll(/useWhyNot\([^,()]+, '([^']+)'/g)])
  .flatMap(([, act = '']) => act)

it('tells in Spanish why calling paused itself, and what each role may', () => {
  const autoPause = { failureRatio: 0.5, minAttempts: 10, windowMinutes: 90 }
  const sentences = [
    decideAutoPause(autoPause, { attemptCount: 12, failedCount: 8, wordlessCount: 0 }).reason,
    decideAutoPause(autoPause, { attemptCount: 12, failedCount: 8, wordlessCount: 7 }).reason,
    decideAutoPause(autoPause, { attemptCount: 2, failedCount: 2, wordlessCount: 0 }).reason,
    ...rights.map((right) => whoMay(right)),
    ...acts.map((act) => whoMay('calls.work', act)),
    ...Object.values(whatRoleDoes),
  ]
  expect(acts).toContain('change the team')
  expect(sentences.filter((sentence) => leftOf(sentence) !== '')).toEqual([])
})
