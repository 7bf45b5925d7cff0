import { Temporal } from 'temporal-polyfill'
import { toDate } from '../db/instants.ts'
import {
  type RecoveryScope,
  readDoubtfulAttempts,
  readLiveAttempt,
  readLiveAttempts,
  type SilentAttempt,
} from '../db/silent-attempts.ts'
import type { Deps } from '../deps.ts'
import type { LookUp, ProviderEvent } from '../telephony/port.ts'
import { withDeadline } from '../with-deadline.ts'
import { applyAttemptNews } from './apply-attempt-news.ts'
import { type AskProvider, createAsking } from './ask-provider.ts'
import {
  askAboutDoubtsFor,
  leaseAfter,
  lostAfter,
  newsBefore,
  overdueLine,
} from './attempt-lease.ts'
import { storePlacements } from './store-placements.ts'
import { takeProviderNews } from './take-provider-news.ts'

type RecoveryDeps = Pick<
  Deps,
  'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone' | 'analysis' | 'log'
>

const lookUpsAtOnce = 8
const doubtsInARound = 50
const hangUpDeadlineMs = 5000

/**
 * Finds out where attempts stand of which nothing is heard. Nothing is ever sent again: what
 * cannot be found in time becomes `unknown` and is a person's to decide, unless its request was
 * never sent. Answers how many it saw to.
 */
export async function recoverAttempts(deps: RecoveryDeps, scope: RecoveryScope): Promise<number> {
  const attempts = await readLiveAttempts(deps.db, scope, deps.clock.now())
  return forEach(deps, attempts, (attempt, ask) => recover(deps, attempt, ask))
}

/** As `recoverAttempts`, for one attempt whose placement went wrong. */
export async function recoverAttempt(deps: RecoveryDeps, placementKey: string): Promise<void> {
  const attempt = await readLiveAttempt(deps.db, placementKey)
  if (attempt !== null) await recover(deps, attempt, createAsking(deps))
}

/**
 * Goes on asking about attempts that were given up as unknown: a provider that was away may know
 * them once it is back. One that has ended ends, and one whose line is open is on the line again, so
 * that nobody sends it once more while the customer talks. A round asks about `limit` of them at
 * most, and the next one goes on with the others.
 */
export async function askAboutDoubts(deps: RecoveryDeps, limit = doubtsInARound): Promise<number> {
  const since = deps.clock.now().subtract(askAboutDoubtsFor)
  const attempts = await readDoubtfulAttempts(deps.db, { since, limit })
  await renewLeases(deps, attempts)
  return forEach(deps, attempts, async (attempt, ask) => {
    const answer = await ask(attempt)
    if (answer === null || !answer.found) return
    const { placementKey } = attempt
    const { providerCallId, latest } = answer
    await storePlacements(deps, [{ placementKey, providerCallId, source: 'look_up' }])
    if (latest !== null && !isOverdue(attempt, latest, deps.clock.now())) {
      await takeProviderNews(deps, latest)
    }
  })
}

/** A line that was given up for being open too long would only be given up again. */
function isOverdue(attempt: SilentAttempt, { type }: ProviderEvent, now: Temporal.Instant) {
  if (type === 'ended') return false
  const status = type === 'answered' ? 'in_progress' : 'ringing'
  return overdueLine({ ...attempt, status, lookedAt: now }, now) !== 'no'
}

async function forEach(
  deps: RecoveryDeps,
  attempts: readonly SilentAttempt[],
  run: (attempt: SilentAttempt, ask: AskProvider) => Promise<void>,
): Promise<number> {
  const waiting = [...attempts]
  const ask = createAsking(deps)
  const worker = async () => {
    for (let attempt = waiting.shift(); attempt; attempt = waiting.shift()) {
      try {
        await run(attempt, ask)
      } catch (error) {
        deps.log.error({ err: error, placementKey: attempt.placementKey }, 'attempt not recovered')
      }
    }
  }
  await Promise.all(Array.from({ length: lookUpsAtOnce }, worker))
  return attempts.length
}

async function recover(
  deps: RecoveryDeps,
  attempt: SilentAttempt,
  ask: AskProvider,
): Promise<void> {
  const wasAsked = attempt.sentAt !== null || attempt.providerCallId !== null
  const answer = wasAsked ? await ask(attempt) : null
  if (answer?.found) {
    const isTaken = await takeFound(deps, attempt, answer)
    if (answer.latest?.type !== 'ended') {
      await renewLeases(deps, [attempt])
      await endOverdue(deps, attempt, answer.providerCallId)
      return
    }
    if (isTaken) return
  }
  const now = deps.clock.now()
  if (Temporal.Instant.compare(now, lostAfter(attempt.leaseExpiresAt)) >= 0) {
    await giveUp(deps, attempt)
  }
}

/** False where it fails, which must not keep the attempt on the line: it may fail every time. */
async function takeFound(
  deps: RecoveryDeps,
  attempt: SilentAttempt,
  { providerCallId, latest }: Extract<LookUp, { found: true }>,
): Promise<boolean> {
  const { placementKey } = attempt
  try {
    await storePlacements(deps, [{ placementKey, providerCallId, source: 'look_up' }])
    if (latest !== null) await takeProviderNews(deps, latest)
    return true
  } catch (err) {
    deps.log.error({ err, placementKey }, 'what a look-up found cannot be written down')
    return false
  }
}

async function endOverdue(
  deps: RecoveryDeps,
  { placementKey, leaseExpiresAt }: SilentAttempt,
  providerCallId: string,
): Promise<void> {
  const attempt = await readLiveAttempt(deps.db, placementKey)
  if (attempt === null) return
  const lookedAt = newsBefore(leaseExpiresAt)
  const overdue = overdueLine({ ...attempt, lookedAt }, deps.clock.now())
  if (overdue === 'no') return
  deps.log.warn({ placementKey, providerCallId }, 'a line has been open for too long')
  try {
    await withDeadline(deps.clock, hangUpDeadlineMs, deps.provider.hangUp(providerCallId))
  } finally {
    // The hang-up that was asked for a look ago may have failed; nobody asks for one after this.
    if (overdue === 'give_up') await giveUp(deps, attempt)
  }
}

function giveUp(deps: RecoveryDeps, { placementKey, leaseExpiresAt }: SilentAttempt) {
  const at = deps.clock.now()
  return applyAttemptNews(deps, {
    type: 'lost',
    placementKey,
    at,
    source: 'timeout',
    leaseExpiresAt,
  })
}

/** Of attempts that are waited for: the provider has them, or is being asked about them. */
async function renewLeases(deps: RecoveryDeps, attempts: readonly SilentAttempt[]): Promise<void> {
  await deps.db.callAttempt.updateMany({
    where: { placementKey: { in: attempts.map(({ placementKey }) => placementKey) } },
    data: { leaseExpiresAt: toDate(leaseAfter(deps.clock.now())) },
  })
}
