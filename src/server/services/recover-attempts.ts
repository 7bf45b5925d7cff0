import { Temporal } from 'temporal-polyfill'
import { toDate } from '../db/instants.ts'
import { readLiveAttempt, readLiveAttempts, type SilentAttempt } from '../db/silent-attempts.ts'
import type { Deps } from '../deps.ts'
import { demoNameOf, type LookUp } from '../telephony/port.ts'
import { withDeadline } from '../with-deadline.ts'
import { applyAttemptNews } from './apply-attempt-news.ts'
import { leaseAfter, lostAfter } from './attempt-lease.ts'
import { storePlacement } from './store-placement.ts'
import { takeProviderNews } from './take-provider-news.ts'

type RecoveryDeps = Pick<
  Deps,
  'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone' | 'analysis' | 'log'
>

const lookUpDeadlineMs = 5000
const lookUpsAtOnce = 8

/**
 * Finds out where attempts stand of which nothing is heard. Nothing is ever sent again: what
 * cannot be found in time becomes `unknown` and is a person's to decide. Answers how many it asked
 * about.
 */
export async function recoverAttempts(
  deps: RecoveryDeps,
  scope: 'silent' | 'all',
): Promise<number> {
  const attempts = await readLiveAttempts(deps.db, scope, deps.clock.now())
  const waiting = [...attempts]
  const worker = async () => {
    for (let attempt = waiting.shift(); attempt; attempt = waiting.shift()) {
      try {
        await lookUpAttempt(deps, attempt)
      } catch (error) {
        deps.log.error({ err: error, placementKey: attempt.placementKey }, 'attempt not recovered')
      }
    }
  }
  await Promise.all(Array.from({ length: lookUpsAtOnce }, worker))
  return attempts.length
}

/** As `recoverAttempts`, for one attempt whose placement went wrong. */
export async function recoverAttempt(deps: RecoveryDeps, placementKey: string): Promise<void> {
  const attempt = await readLiveAttempt(deps.db, placementKey)
  if (attempt !== null) await lookUpAttempt(deps, attempt)
}

async function lookUpAttempt(deps: RecoveryDeps, attempt: SilentAttempt): Promise<void> {
  const { placementKey, leaseExpiresAt } = attempt
  const answer = await askProvider(deps, attempt)
  if (answer.found) {
    const { providerCallId, latest } = answer
    await storePlacement(deps, { placementKey, providerCallId, source: 'look_up' })
    if (latest !== null) await takeProviderNews(deps, latest)
    else await renewLease(deps, attempt)
    return
  }
  const now = deps.clock.now()
  if (Temporal.Instant.compare(now, lostAfter(leaseExpiresAt)) < 0) return
  await applyAttemptNews(deps, {
    type: 'lost',
    placementKey,
    at: now,
    source: 'timeout',
    leaseExpiresAt,
  })
}

/** A provider that cannot be reached has not said that the attempt is unknown to it; both wait. */
async function askProvider(deps: RecoveryDeps, attempt: SilentAttempt): Promise<LookUp> {
  const { placementKey } = attempt
  const known = [deps.provider.name, demoNameOf(deps.provider)]
  if (!known.includes(attempt.provider)) return { found: false }
  try {
    const asked = deps.provider.lookUp(attempt)
    return await withDeadline(deps.clock, lookUpDeadlineMs, asked)
  } catch (error) {
    deps.log.warn({ err: error, placementKey }, 'the provider did not answer a look-up')
    return { found: false }
  }
}

/** Accepted, but not ringing yet: the provider has it, so it is not lost. */
async function renewLease(deps: RecoveryDeps, { placementKey }: SilentAttempt): Promise<void> {
  await deps.db.callAttempt.updateMany({
    where: { placementKey },
    data: { leaseExpiresAt: toDate(leaseAfter(deps.clock.now())) },
  })
}
