import { appendFeedEvents, feedChangeOf, feedRemovalOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import { keepVisitsOf } from '../db/cover-visits.ts'
import { noteFilesToRemove } from '../db/erased-answers.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { lockVisits } from '../db/lock-visits.ts'
import { keepRungNumbers } from '../db/rung-numbers.ts'
import { touchSiblings } from '../db/touch-siblings.ts'
import { isLive } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import { countDelta } from '../domain/tab-counts.ts'
import { lockCall, noSuchCall } from './change-call.ts'
import type { CallTarget, ChangeDeps } from './person-change.ts'
import { recordAudit } from './record-audit.ts'
import { rungSince } from './rung-since.ts'
import { emptyFeedback } from './write-feedback.ts'

/**
 * Removes a call with its attempts, transcript and recording. Its visit stays; it loses what this
 * call said of it, which is not what a call before it said.
 */
export async function deleteCall(deps: ChangeDeps, target: CallTarget): Promise<void> {
  const { organizationId, callId } = target
  await inOrganization(deps.db, organizationId, async (tx) => {
    const visit = await tx.call.findUnique({
      where: { organizationId_id: { organizationId, id: callId } },
      select: { serviceRecordId: true },
    })
    if (visit === null) throw noSuchCall()
    // With the calls that ask about its visit too. Another call of it may end at this moment, and tell
    // it something new.
    const recordIds = [visit.serviceRecordId]
    await lockVisits(tx, { organizationId, recordIds, phoneNumber: null })
    const call = await lockCall(tx, target)
    if (isLive(call.status)) {
      throw new DomainError('conflict', 'This call is on the line. Wait until it has ended.')
    }
    const now = deps.clock.now()
    // The days between calls to its number go on, although the call is gone.
    const since = rungSince(now)
    await keepRungNumbers(tx, { organizationId, callIds: [callId], since })
    await noteFilesToRemove(tx, { organizationId, callIds: [callId], now: toDate(now) })
    await keepVisitsOf(tx, { organizationId, callIds: [callId] })
    const [told] = await readCalls(tx, organizationId, [callId])
    await tx.call.delete({ where: { organizationId_id: { organizationId, id: callId } } })
    if (told?.isNewestAnswered) await emptyFeedback(tx, call)
    // Another call may be its visit's newest answered one by now.
    const siblingIds = call.status === 'completed' ? await touchSiblings(tx, { call, now }) : []
    await recordAudit(tx, {
      ...target,
      action: 'call.deleted',
      subjectType: 'call',
      subjectId: callId,
      before: { status: call.status, outcome: call.outcome, serviceRecordId: call.serviceRecordId },
      now,
    })
    const siblings = await readCalls(tx, organizationId, siblingIds)
    await appendFeedEvents(tx, {
      organizationId,
      changes: [feedRemovalOf(call), ...siblings.map(feedChangeOf)],
      countDelta: countDelta([{ from: call.status, to: null }]),
      now: toDate(now),
    })
  })
  deps.feed.announce(organizationId)
}
