import type { Temporal } from 'temporal-polyfill'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { Call } from '../domain/call.schema.ts'
import type { CallPlan, CallStatus } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import { bringBack } from './bring-back.ts'
import type { CallChange, LockedCall } from './change-call.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import { refuseSecondCall } from './second-call.ts'

/**
 * Takes a person's change of a call back; throws `conflict` where another change has come after it,
 * something has happened to the call since, or another call asks about its visit by now. It does not
 * count that the dispatcher put the call off or held it: that follows from the change itself.
 */
export const undoCall = (
  deps: ChangeDeps & Pick<Deps, 'zonesOfPhone'>,
  { changeId, ...target }: CallTarget & { changeId: string },
): Promise<Call> =>
  changeCallForPerson(
    deps,
    { ...target, action: 'call.restored', holdsClaims: true },
    (call, tx, now) => restore(tx, deps, { call, changeId, actor: target.actor, now }),
  )

async function restore(
  tx: DbTransaction,
  deps: Pick<Deps, 'zonesOfPhone'>,
  change: { call: LockedCall; changeId: string; actor: Actor; now: Temporal.Instant },
): Promise<CallChange> {
  const { call, changeId, actor, now } = change
  const { organizationId, id: callId } = call
  const organizationId_callId = { organizationId, callId }
  const kept = await tx.callUndo.findUnique({ where: { organizationId_callId } })
  if (kept === null) throw new DomainError('conflict', 'There is nothing to take back.')
  if (kept.changeId !== changeId) {
    throw new DomainError('conflict', 'Somebody has changed this call since.')
  }
  const [current] = await readCalls(tx, organizationId, [callId])
  const hasTags = isSame(current?.tags, kept.tagsAfter)
  const hasPlan =
    call.status === kept.statusAfter &&
    call.attemptCount === kept.attemptCountAfter &&
    isSame(call.scheduledTime, toInstant(kept.scheduledTimeAfter))
  const wasTagged = !isSame(kept.tags, kept.tagsAfter)
  // A change is of tags or of the plan, never of both.
  if (wasTagged ? !hasTags : !hasPlan) {
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
  const { dueAt } = plan
  const createdIds =
    !wasTagged && dueAt !== null
      ? await bringBack(tx, deps, { call, dueAt, isAskedFor: false, actor, now })
      : []
  if (!wasTagged) await refuseSecondCall(tx, call, plan)
  const alsoWrite = async (tx: DbTransaction) =>
    void (await tx.callUndo.delete({ where: { organizationId_callId } }))
  return wasTagged
    ? { fields: { tags: kept.tags }, alsoWrite }
    : {
        event: { type: 'restored', plan },
        fields: { expiresAt: kept.expiresAt, ...(dueAt === null && rungBefore(kept)) },
        createdIds,
        alsoWrite,
      }
}

/** A call that has ended names whom it has rung; one that waits follows its visit. */
function rungBefore({
  phoneNumber,
  customerName,
}: {
  phoneNumber: string | null
  customerName: string | null
}) {
  return phoneNumber !== null && customerName !== null ? { phoneNumber, customerName } : {}
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
