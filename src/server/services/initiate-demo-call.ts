import { toDate } from '../db/instants.ts'
import type { Call } from '../domain/call.schema.ts'
import { DomainError } from '../domain/errors.ts'
import type { Sight } from '../domain/rights.ts'
import { noSuchCall } from './change-call.ts'
import { grantAttempt, isMoreThanLimit } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import type { QuestionDeps } from './read-calling-questions.ts'

/** Those that expire soonest are placed first: an audience does not wait behind the day's calls. */
const startWithin = { minutes: 15 }

/**
 * Starts a demo call, or starts it again. Throws `conflict` with the reason if it cannot run, and
 * `not_found` for a real one to whoever sees demo calls only.
 */
export function initiateDemoCall(
  deps: ChangeDeps & QuestionDeps,
  target: CallTarget & { sight: Sight },
): Promise<Call> {
  return changeCallForPerson(
    deps,
    { ...target, action: 'demo_call.initiated' },
    async (call, tx) => {
      if (!call.isDemo && target.sight === 'demo') throw noSuchCall()
      if (!call.isDemo) {
        throw new DomainError('conflict', 'This is not a demo call. Place it from its own page.')
      }
      const dueAt = deps.clock.now()
      const wish = { type: 'rescheduled' as const, dueAt, unless: isMoreThanLimit }
      const change = await grantAttempt(tx, deps, { call, actor: target.actor, wish })
      return { ...change, fields: { expiresAt: toDate(dueAt.add(startWithin)) } }
    },
  )
}
