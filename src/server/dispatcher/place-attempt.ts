import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import type { ReachPoint } from '../fail-point.ts'
import { applyAttemptNews } from '../services/apply-attempt-news.ts'
import type { ClaimedAttempt } from '../services/claim-due-calls.ts'
import {
  type AskedToSend,
  CLEARED_FOR_MS,
  type Clearance,
  clearToSend,
  type WhyRefused,
} from '../services/clear-to-send.ts'
import { recoverAttempt } from '../services/recover-attempts.ts'
import { type Placement, storePlacements } from '../services/store-placements.ts'
import { withdrawOptedOut } from '../services/withdraw-opted-out.ts'
import { withdrawPaused } from '../services/withdraw-paused.ts'
import { PlacementRefused } from '../telephony/port.ts'
import { withDeadline } from '../with-deadline.ts'
import { inBatches } from './in-batches.ts'

type PlacementDeps = Pick<
  Deps,
  'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone' | 'analysis' | 'log'
>

/**
 * Places one attempt; settles when nothing more can be done for it. `onSent` is called before that,
 * once the request is on its way.
 */
export type Placer = (attempt: ClaimedAttempt, onSent?: () => void) => Promise<void>

/** How long a provider may take to accept a call. */
const placementDeadlineMs = 10_000

const heldUp = 'The call was not sent: this server was held up for too long after claiming it.'
const notWritten = 'The call was not sent: the database did not answer in time.'
const noLeave = 'The call was not sent: its leave to be sent was lost, or taken by others.'

/**
 * Asks the provider to open the line, exactly once. A firm no ends the attempt; anything that
 * leaves doubt is looked up and never sent again.
 */
export function createPlacer(
  deps: PlacementDeps,
  { reach = () => undefined }: { reach?: ReachPoint } = {},
): Placer {
  const { clock, log } = deps
  const clear = inBatches((asked: readonly AskedToSend[]) => clearToSend(deps, asked))
  const storeOne = inBatches(async (placements: readonly Placement[]) => {
    await storePlacements(deps, placements)
    return placements
  })
  const store = async (placementKey: string, providerCallId: string) => {
    await storeOne({ placementKey, providerCallId, source: 'we' })
    reach('stored')
  }
  const isFresh = (clearedAt: Temporal.Instant) =>
    clock.now().epochMilliseconds - clearedAt.epochMilliseconds <= CLEARED_FOR_MS
  const isLate = ({ sendBefore }: ClaimedAttempt) =>
    Temporal.Instant.compare(clock.now(), sendBefore) >= 0

  /** Whether the attempt may be sent this instant; one that may not has been seen to. */
  async function maySend(attempt: ClaimedAttempt): Promise<boolean> {
    const { placementKey } = attempt.request
    let clearedAt: Temporal.Instant | null = null
    let answer: Clearance | null = null
    // The answer may have taken any length of time, or the process may have stood still.
    while (!isLate(attempt)) {
      try {
        answer = await clear({ attempt, clearedAt })
      } catch (error) {
        log.warn({ err: error, placementKey }, 'a claimed call could not be cleared for sending')
        await endUnplaced(deps, placementKey, notWritten)
        return false
      }
      if (answer.clearedAt === null) break
      clearedAt = answer.clearedAt
      reach('cleared')
      if (isFresh(clearedAt) && !isLate(attempt)) return true
    }
    // A reason holds at any hour: nothing was sent, however late it came.
    if (answer?.clearedAt === null) await seeToRefused(attempt, answer.because)
    else await endUnplaced(deps, placementKey, heldUp)
    return false
  }

  /** As it stood at the fence, whatever has been taken back since. */
  async function seeToRefused(attempt: ClaimedAttempt, because: WhyRefused): Promise<void> {
    if (because === 'opted_out') return withdrawOptedOut(deps, attempt)
    if (because === 'paused') return withdrawPaused(deps, attempt)
    // Others gave it up, or leave was given and the answer lost. Nobody else may send it, so it surely
    // never rang.
    const { placementKey } = attempt.request
    log.warn({ placementKey }, 'a claimed call has no leave to be sent')
    await endUnplaced(deps, placementKey, noLeave)
  }

  /** Should the answer come after all, it says where to look, or that nothing rang. */
  async function takeLateAnswer(
    placementKey: string,
    accepted: Promise<{ providerCallId: string }>,
  ): Promise<void> {
    try {
      const { providerCallId } = await accepted
      await store(placementKey, providerCallId)
    } catch (error) {
      if (!(error instanceof PlacementRefused)) throw error
      await endUnplaced(deps, placementKey, error.message, error.outcome)
    }
  }

  return async (attempt, onSent = () => undefined) => {
    const { placementKey } = attempt.request
    reach('claimed')
    if (!(await maySend(attempt))) return
    const aborter = new AbortController()
    const accepted = ask(deps, attempt, aborter.signal)
    onSent()
    reach('requested')
    try {
      const { providerCallId } = await withDeadline(clock, placementDeadlineMs, accepted)
      reach('accepted')
      await store(placementKey, providerCallId)
    } catch (error) {
      if (error instanceof PlacementRefused) {
        await endUnplaced(deps, placementKey, error.message, error.outcome)
        return
      }
      log.warn({ err: error, placementKey }, 'nobody knows whether the call was placed')
      aborter.abort()
      takeLateAnswer(placementKey, accepted).catch((late: unknown) => {
        log.warn({ err: late, placementKey }, 'no late answer either')
      })
      await recoverAttempt(deps, placementKey)
    }
  }
}

/** Async, so that a provider that throws at once rejects instead. */
async function ask({ provider }: PlacementDeps, { request }: ClaimedAttempt, signal: AbortSignal) {
  return provider.place(request, signal)
}

async function endUnplaced(
  deps: PlacementDeps,
  placementKey: string,
  errorMessage: string,
  outcome: PlacementRefused['outcome'] = 'provider_error',
): Promise<void> {
  await applyAttemptNews(deps, {
    type: 'ended',
    placementKey,
    providerCallId: null,
    at: deps.clock.now(),
    source: 'we',
    outcome,
    talkSec: null,
    feedback: null,
    errorMessage,
  })
}
