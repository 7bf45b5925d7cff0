import type { SilentAttempt } from '../db/silent-attempts.ts'
import type { Deps } from '../deps.ts'
import { demoNameOf, type LookUp } from '../telephony/port.ts'
import { withDeadline } from '../with-deadline.ts'

/** What the provider says of an attempt; null when it says nothing. */
export type AskProvider = (attempt: SilentAttempt) => Promise<LookUp | null>

const lookUpDeadlineMs = 5000
/** So many questions in a row without an answer, and the rest of the round is not asked. */
const patience = 8

/**
 * One round of looking attempts up. Where the provider is away, waiting for it attempt by attempt
 * would take longer than an attempt may stay in doubt, so the round stops asking.
 */
export function createAsking({
  clock,
  provider,
  log,
}: Pick<Deps, 'clock' | 'provider' | 'log'>): AskProvider {
  const known = new Set([provider.name, demoNameOf(provider)])
  let unanswered = 0
  return async (attempt) => {
    if (!known.has(attempt.provider) || unanswered >= patience) return null
    const { placementKey } = attempt
    try {
      const asked = provider.lookUp(attempt)
      const answer = await withDeadline(clock, lookUpDeadlineMs, asked)
      unanswered = 0
      return answer
    } catch (error) {
      unanswered += 1
      log.warn({ err: error, placementKey }, 'the provider did not answer a look-up')
      return null
    }
  }
}
