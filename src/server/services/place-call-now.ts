import type { Call } from '../domain/call.schema.ts'
import { grantAttempt, isMoreThanLimit } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import type { QuestionDeps } from './read-calling-questions.ts'

/** Makes a call due at once; throws the reason of a closed gate as `conflict`. */
export function placeCallNow(deps: ChangeDeps & QuestionDeps, target: CallTarget): Promise<Call> {
  const change = { ...target, action: 'call.placed_now' as const, holdsClaims: true }
  return changeCallForPerson(deps, change, (call, tx) => {
    const dueAt = deps.clock.now()
    const wish = { type: 'rescheduled' as const, dueAt, unless: isMoreThanLimit }
    return grantAttempt(tx, deps, { call, actor: target.actor, wish })
  })
}
