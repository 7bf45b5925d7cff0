import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { readDueOverview } from '../../../src/server/db/due-calls.ts'
import type { ScheduleConfig } from '../../../src/server/domain/schedule-config.schema.ts'
import { scheduleConfigSchema } from '../../../src/server/domain/schedule-config.schema.ts'
import { previewSchedule } from '../../../src/server/domain/schedule-preview.ts'
import { WEEKDAYS } from '../../../src/server/domain/time-of-day.ts'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import {
  calendarsUnder,
  loadScheduleConfigs,
  scheduleOf,
} from '../../../src/server/services/load-schedule-config.ts'
import { readCallingQueue } from '../../../src/server/services/read-calling-queue.ts'
import { saveScheduleConfig } from '../../../src/server/services/save-schedule-config.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { scheduleIn } from '../../support/schedule-arbitraries.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { someActor } from '../../support/test-identity.ts'

const FRIDAY = '2026-10-30T16:00:00Z'
const start = Temporal.Instant.from(FRIDAY)
const minutes = (count: number) => new Date(start.epochMilliseconds + count * 60_000)
const DAY = 1440

const anyLimits = fc.record({
  maxActiveCalls: fc.integer({ min: 1, max: 3 }),
  maxPerMinute: fc.integer({ min: 1, max: 4 }),
  minDaysBetweenCalls: fc.integer({ min: 0, max: 2 }),
  delayAfterServiceMinutes: fc.constantFrom(0, 60, 300),
})

/** New York changes its clocks on the second night. */
const anySchedule = fc
  .tuple(scheduleIn('America/New_York', ['2026-10-31', '2026-11-02']), anyLimits)
  .map(([config, limits]) => scheduleConfigSchema.parse({ ...config, ...limits }))

const anyCall = fc.record({
  dueAt: fc.integer({ min: -120, max: DAY }),
  wishedBefore: fc.integer({ min: 0, max: 600 }),
  expiresAt: fc.integer({ min: 0, max: 4 * DAY }),
  completedAt: fc.integer({ min: -600, max: -30 }),
  phone: fc.integer({ min: 0, max: 6 }),
  campaign: fc.option(fc.constantFrom('one line', 'own hours', 'paused', 'later')),
  customerTimeZone: fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Asia/Kolkata'),
})
type DrawnCall = typeof anyCall extends fc.Arbitrary<infer Drawn> ? Drawn : never

const anyCase = fc.record({
  current: anySchedule,
  candidate: anySchedule,
  calls: fc.array(anyCall, { minLength: 1, maxLength: 12 }),
  callSec: fc.constantFrom(20, 45, 90),
})

test('the preview equals, call for call, what the dispatcher then does', async () => {
  let placed = 0
  let covered = 0
  let unplaced = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ current, candidate, calls, callSec }) => {
      await using world = await createDispatchWorld(FRIDAY)
      await world.saveSchedule(current)
      const campaignIds = await addCampaigns(world)
      for (const call of calls) await addCall(world, call, campaignIds)
      const foreseen = await foresee(world, candidate, callSec)
      expect(await foresee(world, candidate, callSec)).toEqual(foreseen)

      const { organizationId } = world
      const deps = world.depsWith(new ScriptedProvider())
      await saveScheduleConfig(deps, {
        organizationId,
        actor: someActor,
        config: candidate,
      })
      const seen = await dispatchForDays(world, callSec, 5)
      expect(seen).toEqual(foreseen)
      const fates = Object.values<string | null>(foreseen)
      placed += fates.filter((fate) => fate?.startsWith('placed')).length
      covered += fates.filter((fate) => fate?.startsWith('covered')).length
      unplaced += fates.filter((fate) => fate === null).length
    }),
    { ...randomRuns(12), endOnFailure: true },
  )
  expect(placed).toBeGreaterThan(0)
  expect(covered).toBeGreaterThan(0)
  expect(unplaced).toBeGreaterThan(0)
}, 120_000)

type CampaignIds = Record<NonNullable<DrawnCall['campaign']>, string>

/** One that may have a line at a time, one with hours of its own, one paused, and one to come. */
async function addCampaigns({ db, organizationId }: DispatchWorld): Promise<CampaignIds> {
  const add = async (name: string, config: object | null, dates: object = {}) => {
    const { id } = await db.campaign.create({ data: { organizationId, name, ...dates } })
    const row = { organizationId, campaignId: id, version: 1, config: { ...config } }
    if (config !== null) await db.scheduleConfig.create({ data: row })
    return id
  }
  const nights = WEEKDAYS.map((weekday) => [weekday, [{ start: '07:00', end: '23:00' }]])
  return {
    'one line': await add('One line', { maxActiveCalls: 1 }),
    'own hours': await add('Own hours', { weekly: Object.fromEntries(nights) }),
    paused: await add('Paused', null, { isPaused: true }),
    later: await add('Later', null, { startsAt: minutes(DAY), endsAt: minutes(3 * DAY) }),
  }
}

const addCall = (world: DispatchWorld, drawn: DrawnCall, campaignIds: CampaignIds) =>
  world.makeDueCall({
    campaignId: drawn.campaign && campaignIds[drawn.campaign],
    dueAt: minutes(drawn.dueAt),
    notBefore: minutes(drawn.dueAt - drawn.wishedBefore),
    expiresAt: minutes(drawn.expiresAt),
    record: {
      customerPhone: `+1469555020${drawn.phone}`,
      customerTimeZone: drawn.customerTimeZone,
      completedAt: minutes(drawn.completedAt),
    },
  })

/** When each call is foreseen to be placed, or which other one covers it; null for neither. */
async function foresee(world: DispatchWorld, candidate: ScheduleConfig, callSec: number) {
  const { db, clock, organizationId } = world
  const schedules = await loadScheduleConfigs(db, organizationId)
  const deps = world.depsWith(new ScriptedProvider())
  const queue = await readCallingQueue(db, deps, { organizationId, schedules, now: clock.now() })
  const run = previewSchedule({
    ...{ ...queue, callSec },
    current: (campaignId) => scheduleOf(schedules, campaignId).calendar,
    candidate: calendarsUnder(schedules, candidate),
  })
  let step = run.next()
  while (!step.done) step = run.next()
  const placements = step.value.calls.map(({ id, after }): [string, string | null] => [
    id,
    after.kind === 'placed'
      ? `placed ${new Date(after.atMs).toISOString()}`
      : after.kind === 'covered'
        ? `covered by ${after.by}`
        : null,
  ])
  return Object.fromEntries(placements)
}

/** Lets the days pass from one instant to the next at which anything may change. */
async function dispatchForDays(world: DispatchWorld, callSec: number, days: number) {
  const { db, clock, organizationId } = world
  const deps = world.depsWith(new ScriptedProvider())
  const end = start.add({ hours: 24 * days }).epochMilliseconds
  const lines: { endMs: number; placementKey: string }[] = []
  const placedAt = new Map<string, string>()
  for (;;) {
    const now = clock.now()
    const nowMs = now.epochMilliseconds
    for (const { placementKey } of lines.filter(({ endMs }) => endMs === nowMs)) {
      await applyAttemptNews(deps, {
        ...{ type: 'ended', placementKey, providerCallId: null, at: now, source: 'callback' },
        ...{ outcome: 'answered', talkSec: callSec, feedback: null },
      })
    }
    let hasMore = true
    while (hasMore) {
      const claimed = await claimDueCalls(deps, { organizationId, limit: 100 })
      for (const { callId, request } of claimed.attempts) {
        placedAt.set(callId, `placed ${now.toString({ smallestUnit: 'millisecond' })}`)
        lines.push({ endMs: nowMs + callSec * 1000, placementKey: request.placementKey })
      }
      hasMore = claimed.hasMore
    }
    const { nextDueAt } = await readDueOverview(db, now)
    const changesMs = [
      nextDueAt?.epochMilliseconds ?? end,
      ...lines.flatMap(({ endMs }) => [endMs, endMs - callSec * 1000 + 60_000]),
    ]
    const nextMs = Math.min(end, ...changesMs.filter((at) => at > nowMs))
    if (nextMs === end) break
    await clock.advance(nextMs - nowMs)
  }
  const calls = await db.call.findMany({ select: { id: true } })
  const coverages = await db.coveredVisit.findMany()
  const coveredBy = new Map(coverages.map((row) => [row.settledCallId, `covered by ${row.callId}`]))
  return Object.fromEntries(
    calls.map(({ id }) => [id, placedAt.get(id) ?? coveredBy.get(id) ?? null]),
  )
}
