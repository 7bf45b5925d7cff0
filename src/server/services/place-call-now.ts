import type { Deps } from '../deps.ts'
import type { Call } from '../domain/call.schema.ts'
import type { GateName } from '../domain/gate.ts'
import { grantAttempt } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'

/** A line becomes free within moments, so these make the call wait and do not refuse it. */
const limitGates: ReadonlySet<GateName> = new Set(['active_calls', 'calls_per_minute'])

/** Makes a call due at once; throws the reason of a closed gate as `conflict`. */
export function placeCallNow(
  deps: ChangeDeps & Pick<Deps, 'zonesOfPhone'>,
  target: CallTarget,
): Promise<Call> {
  return changeCallForPerson(deps, target, (call, tx) => {
    const unless = (gate: GateName) => !limitGates.has(gate)
    const wish = { type: 'rescheduled' as const, dueAt: deps.clock.now(), unless }
    return grantAttempt(tx, deps, { call, wish })
  })
}
