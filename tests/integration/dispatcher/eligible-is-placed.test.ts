import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDueOverview } from '../../../src/server/db/due-calls.ts'
import { eligibility } from '../../../src/server/domain/eligibility.ts'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { leaseAfter } from '../../../src/server/services/attempt-lease.ts'
import { type ClaimedAttempt, claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { readCallingQuestions } from '../../../src/server/services/read-calling-questions.ts'
import { releaseHeldCalls } from '../../../src/server/services/release-held-calls.ts'
import { asJudged } from '../../../src/server/services/releasing.ts'
import { resumeCalling } from '../../../src/server/services/resume-calling.ts'
import { createDispatchWorld, type DispatchWorld } from '../../support/dispatch-world.ts'
import { anyEnds, anyQueue, DAY, type EarlierLine, fillQueue } from '../../support/random-queue.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'
import { someActor } from '../../support/test-identity.ts'

const MINUTE_MS = 60_000

/** A wait in minutes, or until the next instant at which anything may change. */
const anyWaits = fc.array(fc.option(fc.integer({ min: 1, max: DAY / 4 }), { freq: 1 }), {
  minLength: 10,
  maxLength: 10,
})

const anyCase = fc.record({
  queue: anyQueue,
  waits: anyWaits,
  ends: anyEnds,
  /** How many a pass may claim: one shows each decision by itself. */
  limit: fc.constantFrom(1, 1, 100),
  /** After how many steps a person lets calling go on. */
  resumesAfter: fc.integer({ min: 0, max: 12 }),
})

test('a call is eligible exactly when the dispatcher places it', async () => {
  let placed = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ queue, waits, ends, limit, resumesAfter }) => {
      await using world = await createDispatchWorld(new Date(queue.startMs).toISOString())
      const lines = createLines(world, { earlier: await fillQueue(world, queue), ends, ...queue })
      for (const [step, wait] of waits.entries()) {
        await lines.endThoseOver()
        if (step === resumesAfter) await resume(world)
        await releaseHeldCalls(world.depsWith(new ScriptedProvider()))
        const attempts = await placeAll(world, limit)
        lines.open(attempts)
        placed += attempts.length
        const waitMs = wait === null ? await lines.untilNextChange() : wait * MINUTE_MS
        await world.clock.advance(waitMs)
      }
    }),
    { ...randomRuns(6), endOnFailure: true },
  )
  expect(placed).toBeGreaterThan(0)
}, 600_000)

const resume = (world: DispatchWorld) => {
  const { organizationId } = world
  return resumeCalling(world.depsWith(new ScriptedProvider()), { organizationId, actor: someActor })
}

/** Claims until nothing more is claimed, and holds every pass against what the gates said before. */
async function placeAll(world: DispatchWorld, limit: number): Promise<ClaimedAttempt[]> {
  const { organizationId } = world
  const deps = world.depsWith(new ScriptedProvider())
  const attempts: ClaimedAttempt[] = []
  for (;;) {
    const eligible = await findEligible(world)
    const claimed = await claimDueCalls(deps, { organizationId, limit })
    const callIds = claimed.attempts.map(({ callId }) => callId)
    // The soonest deadline first; in a longer pass each counts against the limits of the next.
    expect(callIds.slice(0, 1)).toEqual(eligible.slice(0, 1))
    expect(eligible).toEqual(expect.arrayContaining(callIds))
    if (callIds.length === 0) return attempts
    attempts.push(...claimed.attempts)
  }
}

/** Of all calls, those that `eligibility` lets through at this instant, the soonest deadline first. */
async function findEligible({ db, clock, organizationId, depsWith }: DispatchWorld) {
  const rows = await db.call.findMany({
    orderBy: [{ expiresAt: 'asc' }, { dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const now = clock.now()
  const questions = await readCallingQuestions(db, depsWith(new ScriptedProvider()), {
    organizationId,
    now,
    callIds: rows.map(({ id }) => id),
  })
  return questions.flatMap((question) =>
    eligibility(asJudged(question), question.facts, now).eligible ? [question.call.id] : [],
  )
}

/** The open lines; each attempt ends after `callSec` as the next of `ends` says. */
function createLines(
  { db, clock, depsWith }: DispatchWorld,
  {
    earlier,
    callSec,
    ends,
  }: {
    earlier: readonly EarlierLine[]
    callSec: number
    ends: fc.Stream<typeof anyEnds extends fc.Arbitrary<fc.Stream<infer End>> ? End : never>
  },
) {
  const deps = depsWith(new ScriptedProvider())
  let lines: Pick<EarlierLine, 'sinceMs' | 'placementKey'>[] = earlier.filter(
    ({ isOver }) => !isOver,
  )
  const nowMs = () => clock.now().epochMilliseconds
  return {
    open(attempts: readonly ClaimedAttempt[]) {
      for (const { request } of attempts) {
        lines.push({ sinceMs: nowMs(), placementKey: request.placementKey })
      }
    },
    async endThoseOver() {
      const isOver = ({ sinceMs }: { sinceMs: number }) => sinceMs + callSec * 1000 <= nowMs()
      for (const { placementKey, sinceMs } of lines.filter(isOver)) {
        const outcome = ends.next().value
        const at = clock.now()
        const leaseExpiresAt = leaseAfter(at.subtract({ milliseconds: nowMs() - sinceMs }))
        await applyAttemptNews(
          deps,
          outcome === 'lost'
            ? { type: 'lost', placementKey, at, source: 'timeout', leaseExpiresAt }
            : {
                type: 'ended',
                placementKey,
                providerCallId: null,
                at,
                source: 'callback',
                outcome,
                talkSec: null,
                feedback: null,
              },
        )
      }
      lines = lines.filter((line) => !isOver(line))
    },
    async untilNextChange() {
      const { nextDueAt } = await readDueOverview(db, clock.now())
      const changesMs = [
        nextDueAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
        ...lines.flatMap(({ sinceMs }) => [sinceMs + callSec * 1000, sinceMs + MINUTE_MS]),
      ].filter((at) => at > nowMs())
      const nextMs = Math.min(...changesMs)
      return Number.isFinite(nextMs) ? nextMs - nowMs() : MINUTE_MS
    },
  }
}
