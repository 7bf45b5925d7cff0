import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import { applyAttemptNews } from '../services/apply-attempt-news.ts'
import type { ClaimedAttempt } from '../services/claim-due-calls.ts'
import { recoverAttempt } from '../services/recover-attempts.ts'
import { storePlacement } from '../services/store-placement.ts'
import { withdrawOptedOut } from '../services/withdraw-opted-out.ts'
import { PlacementRefused } from '../telephony/port.ts'
import { withDeadline } from '../with-deadline.ts'

type PlacementDeps = Pick<
  Deps,
  'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone' | 'analysis' | 'log'
>

/** How long a provider may take to accept a call. */
const placementDeadlineMs = 10_000

/**
 * Asks the provider to open the line, exactly once. A firm no ends the attempt; anything that
 * leaves doubt is looked up and never sent again.
 */
export async function placeAttempt(deps: PlacementDeps, attempt: ClaimedAttempt): Promise<void> {
  const { placementKey } = attempt.request
  // A process that was stopped for a while may find its attempt already given up by others.
  if (Temporal.Instant.compare(deps.clock.now(), attempt.sendBefore) >= 0) {
    await endUnplaced(deps, placementKey, {
      outcome: 'provider_error',
      message: 'The call was not sent: this server was held up for too long after claiming it.',
    })
    return
  }
  // Somebody may have asked not to be called since the claim.
  if (await withdrawOptedOut(deps, attempt)) return
  const aborter = new AbortController()
  const accepted = place(deps, attempt, aborter.signal)
  try {
    const { providerCallId } = await withDeadline(deps.clock, placementDeadlineMs, accepted)
    await store(deps, placementKey, providerCallId)
  } catch (error) {
    if (error instanceof PlacementRefused) {
      await endUnplaced(deps, placementKey, error)
      return
    }
    deps.log.warn({ err: error, placementKey }, 'nobody knows whether the call was placed')
    aborter.abort()
    void takeLateAnswer(deps, placementKey, accepted)
    await recoverAttempt(deps, placementKey)
  }
}

/** Should the answer come after all, it says where to look, or that nothing rang. */
async function takeLateAnswer(
  deps: PlacementDeps,
  placementKey: string,
  accepted: Promise<{ providerCallId: string }>,
): Promise<void> {
  try {
    const { providerCallId } = await accepted
    await store(deps, placementKey, providerCallId)
  } catch (error) {
    if (error instanceof PlacementRefused) await endUnplaced(deps, placementKey, error)
    else deps.log.warn({ err: error, placementKey }, 'no late answer either')
  }
}

/** Async, so that a provider that throws at once is one that rejects. */
async function place(
  { provider }: PlacementDeps,
  { request }: ClaimedAttempt,
  signal: AbortSignal,
) {
  return provider.place(request, signal)
}

function store(deps: PlacementDeps, placementKey: string, providerCallId: string): Promise<void> {
  return storePlacement(deps, { placementKey, providerCallId, source: 'we' })
}

async function endUnplaced(
  deps: PlacementDeps,
  placementKey: string,
  refusal: Pick<PlacementRefused, 'outcome' | 'message'>,
): Promise<void> {
  await applyAttemptNews(deps, {
    type: 'ended',
    placementKey,
    providerCallId: null,
    at: deps.clock.now(),
    source: 'we',
    outcome: refusal.outcome,
    talkSec: null,
    feedback: null,
    errorMessage: refusal.message,
  })
}
