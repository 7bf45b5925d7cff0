import { toDate } from '../db/instants.ts'
import { lockAttempt } from '../db/lock-attempt.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import { newsEntry, withNews } from './attempt-news.ts'
import { bringBack } from './bring-back.ts'
import { changeCall } from './change-call.ts'
import type { ClaimedAttempt } from './claim-due-calls.ts'

const message = 'Not sent: calling was paused after the claim.'

/**
 * Ends a claimed attempt that the fence kept from being sent because calling has been paused since,
 * though it may go on again by now. It is no failure: the call is ready again, though it was its last
 * attempt.
 */
export async function withdrawPaused(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone'>,
  { organizationId, callId, number, request, cleared }: ClaimedAttempt,
): Promise<void> {
  await changeCall(deps, { organizationId, callId }, async (call, tx, now) => {
    if (call.attemptCount !== number || call.status !== 'placing') return null
    const attempt = await lockAttempt(tx, request.placementKey)
    if (attempt === null) return null
    const comingBack = { call, dueAt: now, isAskedFor: false, actor: systemActor, now }
    const createdIds = call.isDemo ? [] : await bringBack(tx, deps, comingBack)
    // A demo call goes on when somebody starts it, and not by itself.
    const resumesAt = call.isDemo ? null : now
    const entry = newsEntry({ at: now, source: 'we', event: 'not sent: paused', applied: true })
    return {
      event: { type: 'attempt_withdrawn', resumesAt, cleared },
      createdIds,
      async alsoWrite(tx) {
        await tx.callAttempt.update({
          where: { id: attempt.id },
          data: {
            status: 'failed',
            errorMessage: message,
            endedAt: toDate(now),
            history: withNews(attempt.history, entry),
          },
        })
      },
    }
  })
}
