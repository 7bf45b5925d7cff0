import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import type { Call } from '../domain/call.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { grantAttempt, isLastingGate } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'

const furthestDays = 365

/**
 * Moves a call's next attempt to an instant that a person chose, at most a year ahead; one that has
 * passed means now. Windows and quiet hours still hold when it is due.
 */
export async function rescheduleCall(
  deps: ChangeDeps & Pick<Deps, 'zonesOfPhone'>,
  target: CallTarget & { dueAt: string },
): Promise<Call> {
  const now = deps.clock.now()
  const wished = Temporal.Instant.from(target.dueAt)
  if (wished.epochMilliseconds > now.add({ hours: 24 * furthestDays }).epochMilliseconds) {
    const message = 'Choose a time within the next year.'
    throw new DomainError('invalid_input', message, [{ path: 'dueAt', message }])
  }
  const dueAt = Temporal.Instant.compare(wished, now) < 0 ? now : wished
  return changeCallForPerson(deps, target, (call, tx) => {
    return grantAttempt(tx, deps, {
      call,
      wish: { type: 'rescheduled', dueAt, unless: isLastingGate },
    })
  })
}
