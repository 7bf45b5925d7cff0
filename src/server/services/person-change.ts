import type { DbTransaction } from '../db/client.ts'
import type { Deps } from '../deps.ts'
import type { Call } from '../domain/call.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { type CallChange, changeCall, type LockedCall } from './change-call.ts'

export type CallTarget = { organizationId: string; callId: string }
export type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'feed'>

/** As `changeCall`, for a person who wants to know: what the call's life does not allow is thrown. */
export async function changeCallForPerson(
  deps: ChangeDeps,
  target: CallTarget,
  decide: (call: LockedCall, tx: DbTransaction) => Promise<CallChange> | CallChange,
): Promise<Call> {
  const result = await changeCall(deps, target, decide)
  if (!result.changed) throw new DomainError('illegal_transition', result.reason)
  return result.call
}
