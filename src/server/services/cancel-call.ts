import type { Call } from '../domain/call.schema.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'

/** Takes a call that is not on the line out of the day for good; a person may still retry it. */
export const cancelCall = (deps: ChangeDeps, target: CallTarget): Promise<Call> =>
  changeCallForPerson(deps, { ...target, action: 'call.canceled' }, () => ({
    event: { type: 'canceled' },
  }))
