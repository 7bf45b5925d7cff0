import type { DbTransaction } from '../db/client.ts'
import { type CallPlan, isWaiting, statusesOfTab } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import type { LockedCall } from './change-call.ts'

/** Still to be placed, on the line, or in doubt. */
const isOpen = {
  OR: [
    { status: { in: [...statusesOfTab.ready, 'unknown'] } },
    { status: { in: ['missed', 'failed'] }, dueAt: { not: null } },
  ],
}

/** Why a visit gets no call beside those that it has; null where nothing stands in the way. */
export async function whyNoNewCall(
  tx: DbTransaction,
  organizationId: string,
  serviceRecordId: string,
): Promise<string | null> {
  const visit = { organizationId, serviceRecordId }
  const open = await findOpenCall(tx, visit)
  if (open !== null) {
    return open.status === 'unknown'
      ? 'This visit has a call of which nobody knows whether it rang; decide on that one first.'
      : 'This visit has an open call.'
  }
  const covered = await tx.coveredVisit.findFirst({ where: { ...visit, call: isOpen } })
  return covered && coveredElsewhere
}

/**
 * Throws `conflict` where a call that is over would be placed again under `plan` although another one
 * asks about the same visit by now. The caller holds the organization's claims, as does whoever makes
 * calls.
 */
export async function refuseSecondCall(
  tx: DbTransaction,
  call: LockedCall,
  plan: Pick<CallPlan, 'status' | 'dueAt'>,
): Promise<void> {
  // Each demo call has a visit of its own, and rings nobody.
  const isOver = !isPlanned(plan) && plan.status !== 'unknown'
  if (call.isDemo || isPlanned(call) || isOver) return
  const { organizationId, id: callId } = call
  const taken = await tx.coveredVisit.findMany({ where: { organizationId, callId } })
  const ids = [call.serviceRecordId, ...taken.map(({ serviceRecordId }) => serviceRecordId)]
  const visits = { organizationId, serviceRecordId: { in: ids } }
  const open = await findOpenCall(tx, { ...visits, id: { not: callId } })
  if (open !== null) {
    throw new DomainError(
      'conflict',
      open.status === 'unknown'
        ? 'This visit has another call of which nobody knows whether it rang; decide on that one first.'
        : 'This visit has another open call.',
    )
  }
  const covered = await tx.coveredVisit.findFirst({
    where: {
      ...visits,
      callId: { not: callId },
      call: isOpen,
      // A call that was closed in favour of the other one takes its visit back.
      OR: [{ settledCallId: null }, { settledCallId: { not: callId } }],
    },
  })
  if (covered !== null) throw new DomainError('conflict', coveredElsewhere)
}

const coveredElsewhere = 'This visit is asked about in an open call of the same customer.'

const isPlanned = ({ status, dueAt }: Pick<CallPlan, 'status' | 'dueAt'>) =>
  isWaiting(status) && dueAt !== null

const findOpenCall = (
  tx: DbTransaction,
  where: {
    organizationId: string
    serviceRecordId: string | { in: string[] }
    id?: { not: string }
  },
) =>
  tx.call.findFirst({
    where: { ...where, ...isOpen },
    select: { status: true },
    // `unknown` sorts behind all others: of several, the doubt is what a person has to see to first.
    orderBy: { status: 'desc' },
  })
