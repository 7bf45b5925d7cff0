import type { Call } from '../domain/call.schema.ts'
import type { CallUpdate } from '../domain/call-changes.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { type ChangeDeps, changeCallForPerson } from './person-change.ts'

/** Changes what people write about a call; throws `conflict` if it is newer than they saw. */
export function updateCall(
  deps: ChangeDeps,
  organizationId: string,
  { id, expectedVersion, ...fields }: CallUpdate,
): Promise<Call> {
  return changeCallForPerson(deps, { organizationId, callId: id }, (call) => {
    if (expectedVersion !== undefined && expectedVersion !== call.version) {
      throw new DomainError(
        'conflict',
        'This call was changed meanwhile. Look at its newest state and try again.',
      )
    }
    return { fields }
  })
}
