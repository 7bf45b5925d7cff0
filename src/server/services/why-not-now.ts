import type { Temporal } from 'temporal-polyfill'
import { inOrganization } from '../db/in-organization.ts'
import { readTimeZone } from '../db/read-organization.ts'
import type { Deps } from '../deps.ts'
import { idleLines } from '../domain/claim-decision.ts'
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
  /** From when on only calls that are on the line now would keep it waiting; they end by themselves. */
  waitsForLineFrom: Temporal.Instant | null
  evaluatedAt: Temporal.Instant
}

/** May this call be placed now, and if not, why and when; throws `not_found`. */
export async function whyNotNow(
  deps: Pick<Deps, 'db' | 'clock'> & QuestionDeps,
  target: { organizationId: string; callId: string; sight: Sight },
): Promise<WhyNotNow> {
  const { organizationId, callId, sight } = target
  const now = deps.clock.now()
  const { question, timeZone } = await inOrganization(
    deps.db,
    organizationId,
    async (tx) => {
      const [asked] = await readCallingQuestions(tx, deps, {
        organizationId,
        callIds: [callId],
        now,
      })
      return { question: asked, timeZone: await readTimeZone(tx, organizationId) }
    },
    { sight },
  )
  if (question === undefined) {
    throw new DomainError('not_found', 'There is no call with this id.')
  }
  const facts = { ...question.facts, readIn: timeZone }
  const call = asJudged(question)
  const judged = eligibility(call, facts, now)
  const times = { releasedBy: null, waitsForLineFrom: null, evaluatedAt: now }
  if (!judged.eligible) {
    const idle = eligibility(call, { ...facts, ...idleLines }, now)
    const waitsForLineFrom = judged.nextEligibleAt === null ? idle.nextEligibleAt : null
    return { ...judged, ...times, waitsForLineFrom }
  }
  if (question.call.heldReason === null) return { ...judged, ...times }
  // The dispatcher claims no held call before it has looked at it again.
  const releasedBy = now.add({ seconds: releasedWithinSec })
  return { ...judged, ...times, eligible: false, nextEligibleAt: releasedBy, releasedBy }
}
