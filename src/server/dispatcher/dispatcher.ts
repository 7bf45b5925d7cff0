import type { Temporal } from 'temporal-polyfill'
import { readDueOverview } from '../db/due-calls.ts'
import type { RecoveryScope } from '../db/silent-attempts.ts'
import type { Deps } from '../deps.ts'
import type { ReachPoint } from '../fail-point.ts'
import { type ClaimedAttempt, claimDueCalls } from '../services/claim-due-calls.ts'
import { deliverWebhooks, pruneWebhookLog } from '../services/deliver-webhooks.ts'
import { eraseByAge } from '../services/erase-by-age.ts'
import { keepToldRecordings } from '../services/keep-told-recordings.ts'
import { askAboutDoubts, recoverAttempts } from '../services/recover-attempts.ts'
import { releaseHeldCalls } from '../services/release-held-calls.ts'
import { releasedWithinSec } from '../services/releasing.ts'
import { removeErasedFiles } from '../services/remove-erased-files.ts'
import { replanOwedCalls } from '../services/replan-calls.ts'
import { takeProviderNews } from '../services/take-provider-news.ts'
import type { ProviderEvent } from '../telephony/port.ts'
import { atMost } from './at-most.ts'
import { createClockGuard } from './clock-guard.ts'
import { createDispatchLoop, type DispatchLoop, type LoopOptions } from './dispatch-loop.ts'
import { createPlacer } from './place-attempt.ts'
import { createRecoverFirst } from './recover-first.ts'

export type Dispatcher = DispatchLoop
/** With `db` acting as the dispatcher, who sees every organization. */
export type DispatcherDeps = Omit<Deps, 'accounts' | 'mailer' | 'publicUrl'>

const recoverEveryMs = 5000
const doubtEveryMs = 60_000
const releaseEveryMs = releasedWithinSec * 1000
const replanEveryMs = 30_000
const eraseEveryMs = 15 * 60_000
const removeFilesEveryMs = 2000
const keepRecordingsEveryMs = 2000
const webhooksEveryMs = 2000
const nothingDue = { organizationIds: [], nextDueAt: null }
/** Leaves connections for everybody else. */
const newsAtOnce = 5

/**
 * Claims due calls, has them placed and follows them to their end. Starting it looks up every
 * attempt that an earlier process left on the line, before anything is claimed. News from the
 * provider is taken in for as long as it comes, even after `stop`.
 */
export function createDispatcher(
  deps: DispatcherDeps,
  options: LoopOptions & {
    /** The time by the clock that all servers share; while ours differs, nothing is placed, given up or erased. */
    readDatabaseTime?: () => Promise<Temporal.Instant>
    /** Hears of each point of a placement. */
    reach?: ReachPoint
  } = {},
): Dispatcher {
  const { reach, readDatabaseTime } = options
  const isClockRight = readDatabaseTime
    ? createClockGuard(deps, readDatabaseTime)
    : async () => true
  /** For work that goes by the time: a wrong clock would erase what is young and give up what is fresh. */
  const byTheClock = (run: () => Promise<unknown>) => async () => {
    if (await isClockRight()) await run()
  }
  let stopping = new AbortController()
  // What this process claims itself was not left behind by an earlier one.
  const leftBehind: RecoveryScope = { claimedBefore: deps.clock.now() }
  const recoverFirst = createRecoverFirst(deps.clock, () => recoverAttempts(deps, leftBehind))
  const loop = createDispatchLoop<ClaimedAttempt>(
    deps.clock,
    {
      async readDue() {
        if (!(await isClockRight())) return nothingDue
        await recoverFirst.beforeClaiming()
        return readDueOverview(deps.db, deps.clock.now())
      },
      claim: (organizationId, limit) =>
        claimDueCalls(deps, { organizationId, limit, beforeCommit: () => reach?.('claiming') }),
      place: createPlacer(deps, { reach }),
      chores: [
        {
          everyMs: recoverEveryMs,
          run: byTheClock(() =>
            recoverFirst.isDone() ? recoverAttempts(deps, 'silent') : recoverFirst.run(),
          ),
        },
        { everyMs: doubtEveryMs, run: byTheClock(() => askAboutDoubts(deps)) },
        { everyMs: releaseEveryMs, run: byTheClock(() => releaseHeldCalls(deps)) },
        {
          everyMs: replanEveryMs,
          run: byTheClock(() => replanOwedCalls(deps, stopping.signal)),
        },
        { everyMs: eraseEveryMs, run: byTheClock(() => eraseByAge(deps)) },
        { everyMs: removeFilesEveryMs, run: () => removeErasedFiles(deps) },
        {
          everyMs: keepRecordingsEveryMs,
          run: byTheClock(() => keepToldRecordings(deps, stopping.signal)),
        },
        {
          everyMs: webhooksEveryMs,
          run: byTheClock(() => deliverWebhooks(deps, stopping.signal)),
        },
        { everyMs: eraseEveryMs, run: byTheClock(() => pruneWebhookLog(deps)) },
      ],
      onError: (error, doing) => deps.log.error({ err: error, doing }, 'the dispatcher goes on'),
    },
    { random: deps.random, ...options },
  )
  const events = new Set<Promise<unknown>>()
  const oneOfFew = atMost(newsAtOnce)

  async function receive(event: ProviderEvent): Promise<void> {
    const result = await takeProviderNews(deps, event, oneOfFew)
    if (result === 'no_attempt') {
      deps.log.warn({ placementKey: event.placementKey }, 'news of an attempt that is not ours')
    }
    // A line is free again.
    if (result === 'applied' && event.type === 'ended') loop.wake()
  }

  deps.provider.onEvent((event) => {
    const received = receive(event)
    const settled = received.catch(() => undefined).finally(() => events.delete(settled))
    events.add(settled)
    return received
  })

  async function idle(): Promise<void> {
    do await Promise.all([loop.idle(), ...events])
    while (events.size > 0)
    await loop.idle()
  }

  return {
    ...loop,
    idle,
    start() {
      if (stopping.signal.aborted) stopping = new AbortController()
      loop.start()
    },
    async stop() {
      stopping.abort(new Error('The dispatcher stops.'))
      await loop.stop()
      await idle()
    },
  }
}
