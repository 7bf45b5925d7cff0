import type { Temporal } from 'temporal-polyfill'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import { eligibility } from '../domain/eligibility.ts'
import { DomainError } from '../domain/errors.ts'
import type { Gate } from '../domain/gate.ts'
import type { Sight } from '../domain/rights.ts'
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
  return { ...eligibility(question.toJudge, question.facts, now), evaluatedAt: now }
}
