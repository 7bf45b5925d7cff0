import type { Temporal } from 'temporal-polyfill'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import { eligibility } from '../domain/eligibility.ts'
import { DomainError } from '../domain/errors.ts'
import type { Gate } from '../domain/gate.ts'
import type { Sight } from '../domain/rights.ts'
import { type QuestionDeps, readCallingQuestions } from './read-calling-questions.ts'
import { asJudged, releasedWithinSec } from './releasing.ts'

export type WhyNotNow = {
  eligible: boolean
  gates: Gate[]
  nextEligibleAt: Temporal.Instant | null
  /** Every gate passes, but the call is still held for a reason that is gone: it is let go by then. */
  releasedBy: Temporal.Instant | null
  evaluatedAt: Temporal.Instant
}

/** May this call be placed now, and if not, why and when; throws `not_found`. */
export async function whyNotNow(
  deps: Pick<Deps, 'db' | 'clock'> & QuestionDeps,
  target: { organizationId: string; callId: string; sight: Sight },
): Promise<WhyNotNow> {
  const { organizationId, callId, sight } = target
  const now = deps.clock.now()
  const [question] = await inOrganization(
    deps.db,
    organizationId,
    (tx) => readCallingQuestions(tx, deps, { organizationId, callIds: [callId], now }),
    { sight },
  )
  if (question === undefined) {
    throw new DomainError('not_found', 'There is no call with this id.')
  }
  const judged = eligibility(asJudged(question), question.facts, now)
  if (!judged.eligible || question.call.heldReason === null) {
    return { ...judged, releasedBy: null, evaluatedAt: now }
  }
  // The dispatcher claims no held call before it has looked at it again.
  const releasedBy = now.add({ seconds: releasedWithinSec })
  return { ...judged, eligible: false, nextEligibleAt: releasedBy, releasedBy, evaluatedAt: now }
}
