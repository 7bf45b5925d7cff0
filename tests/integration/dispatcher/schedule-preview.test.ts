import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDueOverview } from '../../../src/server/db/due-calls.ts'
import type { Fate } from '../../../src/server/domain/fate.ts'
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
import { releaseHeldCalls } from '../../../src/server/services/release-held-calls.ts'
import { saveScheduleConfig } from '../../../src/server/services/save-schedule-config.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { anyQueue, type EarlierLine, fillQueue } from '../../support/random-queue.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { someActor } from '../../support/test-identity.ts'

test('the preview equals, call for call, what the dispatcher then does', async () => {
  let placed = 0
  await fc.assert(
    fc.asyncProperty(anyQueue, fc.boolean(), async (queue, isSaved) => {
      const { startMs, candidate, callSec } = queue
      await using world = await createDispatchWorld(new Date(startMs).toISOString())
      const earlier = await fillQueue(world, queue)
      const preview = await foresee(world, candidate, callSec)
      const again = await foresee(world, candidate, callSec)
      expect(JSON.stringify(again)).toBe(JSON.stringify(preview))

      const { organizationId } = world
      const deps = world.depsWith(new ScriptedProvider())
      const saved = { organizationId, actor: someActor, config: candidate }
      if (isSaved) await saveScheduleConfig(deps, saved)
      const foreseen = fatesOf(preview, isSaved ? 'after' : 'before')
      const fates = await dispatchForDays(world, { callSec, earlier, days: 5 })
      const seen = Object.keys(foreseen).map((id) => [id, fates.get(id) ?? null])
      expect(Object.fromEntries(seen)).toEqual(foreseen)
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
    ...queue,
    callSec,
    current: (campaignId) => scheduleOf(schedules, campaignId).calendar,
    candidate: calendarsUnder(schedules, candidate),
  })
  let step = run.next()
  while (!step.done) step = run.next()
  return step.value
}

/** When each call is foreseen to be placed, or which other one covers it; null for neither. */
function fatesOf({ calls }: SchedulePreview, under: 'before' | 'after') {
  const wordOf = (fate: Fate) => {
    if (fate.kind === 'placed') return `placed ${new Date(fate.atMs).toISOString()}`
    return fate.kind === 'covered' ? `covered by ${fate.by}` : null
  }
  return Object.fromEntries(calls.map((call) => [call.id, wordOf(call[under])]))
}

/** Lets the days pass from one instant to the next at which anything may change. */
async function dispatchForDays(
  world: DispatchWorld,
  { callSec, earlier, days }: { callSec: number; earlier: readonly EarlierLine[]; days: number },
) {
  const { db, clock, organizationId } = world
  const deps = world.depsWith(new ScriptedProvider())
  const end = clock.now().add({ hours: 24 * days }).epochMilliseconds
  const startMs = clock.now().epochMilliseconds
  const lines = earlier.map((line) => {
    return { ...line, endMs: Math.max(startMs, line.sinceMs + callSec * 1000) }
  })
  const placedAt = new Map<string, string>()
  for (;;) {
    const now = clock.now()
    const nowMs = now.epochMilliseconds
    for (const { placementKey } of lines.filter((line) => line.endMs === nowMs && !line.isOver)) {
      await applyAttemptNews(deps, {
        type: 'ended',
        placementKey,
        providerCallId: null,
        at: now,
        source: 'callback',
        outcome: 'answered',
        talkSec: callSec,
        feedback: null,
      })
    }
    await releaseHeldCalls(deps)
    let hasMore = true
    while (hasMore) {
      const claimed = await claimDueCalls(deps, { organizationId, limit: 100 })
      for (const { callId, request } of claimed.attempts) {
        placedAt.set(callId, `placed ${now.toString({ smallestUnit: 'millisecond' })}`)
        const { placementKey } = request
        lines.push({ sinceMs: nowMs, placementKey, isOver: false, endMs: nowMs + callSec * 1000 })
      }
      hasMore = claimed.hasMore
    }
    const { nextDueAt } = await readDueOverview(db, now)
    const changesMs = [
      nextDueAt?.epochMilliseconds ?? end,
      ...lines.flatMap(({ sinceMs, endMs }) => [endMs, sinceMs + 60_000]),
    ]
    const nextMs = Math.min(end, ...changesMs.filter((at) => at > nowMs))
    if (nextMs === end) break
    await clock.advance(nextMs - nowMs)
  }
  const coverages = await db.coveredVisit.findMany()
  const covered = coverages.map((row) => [row.settledCallId, `covered by ${row.callId}`] as const)
  return new Map<string | null, string>([...covered, ...placedAt])
}
