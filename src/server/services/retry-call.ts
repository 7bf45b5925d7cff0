import type { Call } from '../domain/call.schema.ts'
import { type AttemptWish, grantAttempt, isLastingGate } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import type { QuestionDeps } from './read-calling-questions.ts'

/**
 * Sends an ended call back to Ready, to be placed as soon as the schedule allows; throws `conflict`
 * where no passing of time would allow it.
 */
export function retryCall(
  deps: ChangeDeps & QuestionDeps,
  { isOneOfMany = false, ...target }: CallTarget & Pick<AttemptWish, 'isOneOfMany'>,
): Promise<Call> {
  const change = { ...target, action: 'call.retried' as const, holdsClaims: true }
  return changeCallForPerson(deps, change, (call, tx, now) => {
    const wish = { type: 'retried' as const, dueAt: now, isOneOfMany, unless: isLastingGate }
    return grantAttempt(tx, deps, { call, actor: target.actor, wish })
  })
}
