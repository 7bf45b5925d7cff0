import type { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import { eligibility } from '../domain/eligibility.ts'
import { DomainError } from '../domain/errors.ts'
import type { Gate } from '../domain/gate.ts'
import { readCallingQuestions } from './read-calling-questions.ts'

export type WhyNotNow = {
  eligible: boolean
  gates: Gate[]
  nextEligibleAt: Temporal.Instant | null
  evaluatedAt: Temporal.Instant
}

/** May this call be placed now, and if not, why and when; throws `not_found`. */
export async function whyNotNow(
  deps: Pick<Deps, 'db' | 'clock' | 'zonesOfPhone'>,
  target: { organizationId: string; callId: string },
): Promise<WhyNotNow> {
  const now = deps.clock.now()
  const [question] = await readCallingQuestions(deps.db, deps, {
    organizationId: target.organizationId,
    callIds: [target.callId],
    now,
  })
  if (question === undefined) {
    throw new DomainError('not_found', 'There is no call with this id.')
  }
  return { ...eligibility(question.toJudge, question.facts, now), evaluatedAt: now }
}
