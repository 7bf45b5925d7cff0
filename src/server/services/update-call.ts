import { readCalls } from '../db/call-row.ts'
import type { Call } from '../domain/call.schema.ts'
import type { CallUpdate } from '../domain/call-changes.schema.ts'
import { DomainError } from '../domain/errors.ts'
import type { CallChange, LockedCall } from './change-call.ts'
import { type CallTarget, type ChangeDeps, changeCallWithMark } from './person-change.ts'

type Wanted = Omit<CallUpdate, 'id' | 'expectedVersion'>

/**
 * Changes what people write about a call; throws `conflict` if it is newer than they saw. Words
 * that are there already change nothing: no version, no feed event.
 */
export async function updateCall(
  deps: ChangeDeps,
  target: CallTarget,
  { expectedVersion, ...wanted }: Wanted & Pick<CallUpdate, 'expectedVersion'>,
): Promise<Call> {
  let unchanged: Call | undefined
  const { organizationId, callId } = target
  const change = { ...target, action: 'call.updated' as const }
  const result = await changeCallWithMark(deps, change, async (call, tx) => {
    if (expectedVersion !== undefined && expectedVersion !== call.version) {
      throw new DomainError(
        'conflict',
        'This call was changed meanwhile. Look at its newest state and try again.',
      )
    }
    const [current] = await readCalls(tx, organizationId, [callId])
    if (current === undefined || differs(current, wanted)) return changeTo(wanted, call, current)
    unchanged = current
    return null
  })
  if (result.changed) return result.call
  if (unchanged !== undefined) return unchanged
  throw new DomainError('illegal_transition', result.reason)
}

/** Mentions stand on the visit that the call asks about, where the figures count them. */
function changeTo(
  { positiveMentions, areasToImprove, ...fields }: Wanted,
  { organizationId, serviceRecordId: id }: LockedCall,
  current: Call | undefined,
): CallChange {
  const mentions = { positiveMentions, areasToImprove }
  if (current !== undefined && !differs(current, mentions)) {
    return { fields, rewordsVisit: bringsOrTakesFeedback(current, fields) }
  }
  return {
    fields,
    rewordsVisit: true,
    async alsoWrite(tx) {
      const where = { organizationId_id: { organizationId, id } }
      await tx.serviceRecord.update({ where, data: mentions })
    },
  }
}

/** Which call of a visit tells its mentions depends on whether it has feedback at all. */
const bringsOrTakesFeedback = (current: Call, wanted: Wanted): boolean =>
  (['npsScore', 'feedbackSummary'] as const).some(
    (field) =>
      wanted[field] !== undefined && (wanted[field] === null) !== (current[field] === null),
  )

const differs = (current: Call, wanted: Wanted): boolean =>
  Object.entries(wanted).some(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(Reflect.get(current, field)),
  )
