import { uuidv7 } from 'uuidv7'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { keepForUndo } from '../db/keep-for-undo.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { type AuditAction, changedFields } from '../domain/audit.ts'
import type { Call } from '../domain/call.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { beforeChange } from './before-change.ts'
import { type CallChange, type ChangeResult, changeCall, type Decide } from './change-call.ts'
import { recordAudit } from './record-audit.ts'

export type CallTarget = {
  organizationId: string
  callId: string
  actor: Actor
  /** With it, what the call was is kept, so that this change can be taken back. */
  changeId?: string
}
type Change = CallTarget & { action: AuditAction; holdsClaims?: boolean }
export type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'feed'>

/** As `changeCallForPerson`, for a change that may turn out to be none. */
export function changeCallWithMark(
  deps: ChangeDeps,
  target: Change,
  decide: Decide<CallChange | null>,
): Promise<ChangeResult> {
  const { organizationId, callId, changeId } = target
  const readCall = async (tx: DbTransaction) => (await readCalls(tx, organizationId, [callId]))[0]
  return changeCall(deps, target, async (call, tx, now) => {
    // Before `decide`, which may write the number that the call's visit has by now.
    const before = await readCall(tx)
    const change = await decide(call, tx, now)
    if (change === null) return null
    return {
      ...change,
      async alsoWrite(tx) {
        await change.alsoWrite?.(tx)
        const changed = changedFields(before ?? {}, (await readCall(tx)) ?? {})
        const subject = { subjectType: 'call', subjectId: callId }
        const id = uuidv7()
        await recordAudit(tx, { ...target, ...subject, ...changed, id, now })
        await keepOrigin(tx, { organizationId, createdIds: change.createdIds ?? [], entryId: id })
        if (changeId === undefined || before === undefined) return
        // Changed, it speaks for its visit again, which nothing takes back.
        if (before.coveredByCallId !== null) return
        await keepForUndo(tx, changeId, beforeChange(call, before))
      },
    }
  })
}

/** Calls of visits that left the changed one are brought in by whoever changed it. */
async function keepOrigin(
  tx: DbTransaction,
  made: { organizationId: string; createdIds: readonly string[]; entryId: string },
): Promise<void> {
  const { organizationId, createdIds, entryId } = made
  if (createdIds.length === 0) return
  await tx.call.updateMany({
    where: { organizationId, id: { in: [...createdIds] } },
    data: { originEntryId: entryId },
  })
}

/**
 * As `changeCall`, for a person or program: what they did is kept in the audit log, and what the
 * call's life does not allow is thrown.
 */
export async function changeCallForPerson(
  deps: ChangeDeps,
  target: Change,
  decide: Decide<CallChange>,
): Promise<Call> {
  const result = await changeCallWithMark(deps, target, decide)
  if (!result.changed) throw new DomainError('illegal_transition', result.reason)
  return result.call
}
