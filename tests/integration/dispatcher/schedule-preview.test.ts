import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDueOverview } from '../../../src/server/db/due-calls.ts'
import type { ScheduleConfig } from '../../../src/server/domain/schedule-config.schema.ts'
import {
  previewSchedule,
  type SchedulePreview,
} from '../../../src/server/domain/schedule-preview.ts'
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
import { anyQueue, fillQueue } from '../../support/random-queue.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { someActor } from '../../support/test-identity.ts'

test('the preview equals, call for call, what the dispatcher then does', async () => {
  let placed = 0
  await fc.assert(
    fc.asyncProperty(anyQueue, async (queue) => {
      const { startMs, candidate, callSec } = queue
      await using world = await createDispatchWorld(new Date(startMs).toISOString())
      await fillQueue(world, queue)
      const preview = await foresee(world, candidate, callSec)
      const again = await foresee(world, candidate, callSec)
      expect(JSON.stringify(again)).toBe(JSON.stringify(preview))

      const { organizationId } = world
      const deps = world.depsWith(new ScriptedProvider())
      await saveScheduleConfig(deps, { organizationId, actor: someActor, config: candidate })
      const seen = await dispatchForDays(world, callSec, 5)
      const foreseen = fatesOf(preview)
      expect(seen).toEqual(foreseen)
      placed += Object.values(foreseen).filter((fate) => fate?.startsWith('placed')).length
    }),
    { ...randomRuns(10), endOnFailure: true },
  )
  expect(placed).toBeGreaterThan(0)
}, 600_000)

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
  return step.value
}

/** When each call is foreseen to be placed, or which other one covers it; null for neither. */
function fatesOf({ calls }: SchedulePreview): Record<string, string | null> {
  const fates = calls.map(({ id, after }): [string, string | null] => [
    id,
    after.kind === 'placed'
      ? `placed ${new Date(after.atMs).toISOString()}`
      : after.kind === 'covered'
        ? `covered by ${after.by}`
        : null,
  ])
  return Object.fromEntries(fates)
}

/** Lets the days pass from one instant to the next at which anything may change. */
async function dispatchForDays(world: DispatchWorld, callSec: number, days: number) {
  const { db, clock, organizationId } = world
  const deps = world.depsWith(new ScriptedProvider())
  const end = clock.now().add({ hours: 24 * days }).epochMilliseconds
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
