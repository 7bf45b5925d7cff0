import type { BeforeChange } from '../db/keep-for-undo.ts'
import type { Call } from '../domain/call.schema.ts'
import type { LockedCall } from './change-call.ts'

/** What `undoCall` would restore, of a call that is about to be changed. */
export function beforeChange(
  call: LockedCall,
  { customerName, expiresAt, tags }: Call,
): BeforeChange {
  const { organizationId, id, phoneNumber, status, outcome, heldReason, isAllowedOutsideWindows } =
    call
  return {
    organizationId,
    id,
    phoneNumber,
    customerName,
    status,
    outcome,
    heldReason,
    isAllowedOutsideWindows,
    dueAt: call.dueAt?.toString() ?? null,
    notBefore: call.notBefore?.toString() ?? null,
    scheduledTime: call.scheduledTime?.toString() ?? null,
    expiresAt,
    tags,
  }
}
