import type { Deps } from '../deps.ts'
import type { Call } from '../domain/call.schema.ts'
import { grantAttempt, isLastingGate } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import { readWishedInstant } from './wished-instant.ts'

/**
 * Moves a call's next attempt to an instant that a person chose, at most a year ahead; one that has
 * passed means now. Windows and quiet hours still hold when it is due.
 */
export async function rescheduleCall(
  deps: ChangeDeps & Pick<Deps, 'zonesOfPhone'>,
  target: CallTarget & { dueAt: string },
): Promise<Call> {
  const dueAt = readWishedInstant(target.dueAt, deps.clock.now())
  return changeCallForPerson(deps, { ...target, action: 'call.rescheduled' }, (call, tx) => {
    return grantAttempt(tx, deps, {
      call,
      wish: { type: 'rescheduled', dueAt, unless: isLastingGate },
    })
  })
}
