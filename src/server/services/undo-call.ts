import type { DbTransaction } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import type { Call } from '../domain/call.schema.ts'
import type { CallPlan, CallStatus } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import type { CallChange, LockedCall } from './change-call.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'

/**
 * Takes a person's last change of a call back; throws `conflict` where something has happened to
 * the call since.
 */
export const undoCall = (deps: ChangeDeps, target: CallTarget): Promise<Call> =>
  changeCallForPerson(deps, { ...target, action: 'call.restored' }, (call, tx) => restore(tx, call))

async function restore(tx: DbTransaction, call: LockedCall): Promise<CallChange> {
  const organizationId_callId = { organizationId: call.organizationId, callId: call.id }
  const kept = await tx.callUndo.findUnique({ where: { organizationId_callId } })
  if (kept === null) throw new DomainError('conflict', 'There is nothing to take back.')
  if (kept.version !== call.version) {
    throw new DomainError('conflict', 'Something has happened to this call since.')
  }
  const plan: CallPlan = {
    status: kept.status as CallStatus,
    outcome: kept.outcome as CallPlan['outcome'],
    dueAt: toInstant(kept.dueAt),
    notBefore: toInstant(kept.notBefore),
    heldReason: kept.heldReason,
    isAllowedOutsideWindows: kept.isAllowedOutsideWindows,
    scheduledTime: toInstant(kept.scheduledTime),
  }
  const isPlanned = JSON.stringify(plan) !== JSON.stringify(planOf(call))
  return {
    ...(isPlanned && { event: { type: 'restored' as const, plan } }),
    fields: { tags: kept.tags, expiresAt: kept.expiresAt },
    alsoWrite: async (tx) => void (await tx.callUndo.delete({ where: { organizationId_callId } })),
  }
}

const planOf = (call: LockedCall): CallPlan => ({
  status: call.status,
  outcome: call.outcome,
  dueAt: call.dueAt,
  notBefore: call.notBefore,
  heldReason: call.heldReason,
  isAllowedOutsideWindows: call.isAllowedOutsideWindows,
  scheduledTime: call.scheduledTime,
})
