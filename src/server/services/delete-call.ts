import { appendFeedEvents } from '../db/append-feed-events.ts'
import { toDate } from '../db/instants.ts'
import { isLive } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import { countDelta, lockCall } from './change-call.ts'
import type { CallTarget, ChangeDeps } from './person-change.ts'

/** Removes a call with its attempts, transcript and recording; its visit stays. */
export async function deleteCall(deps: ChangeDeps, target: CallTarget): Promise<void> {
  const { organizationId, callId } = target
  await deps.db.$transaction(async (tx) => {
    const call = await lockCall(tx, target)
    if (isLive(call.status)) {
      throw new DomainError('conflict', 'This call is on the line. Wait until it has ended.')
    }
    await tx.call.delete({ where: { organizationId_id: { organizationId, id: callId } } })
    await appendFeedEvents(tx, {
      organizationId,
      changes: [{ callId, version: call.version + 1, call: null }],
      countDelta: countDelta(call.status, null),
      now: toDate(deps.clock.now()),
    })
  })
  deps.feed.announce(organizationId)
}
