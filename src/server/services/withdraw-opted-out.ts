import { toDate } from '../db/instants.ts'
import { lockAttempt } from '../db/lock-attempt.ts'
import type { Deps } from '../deps.ts'
import { newsEntry, withNews } from './attempt-news.ts'
import { changeCall } from './change-call.ts'
import type { ClaimedAttempt } from './claim-due-calls.ts'

const message = 'Not sent: the number was put on the do-not-call list after the claim.'

/**
 * Ends a claimed attempt, and its call, that the fence kept from being sent because the number has come
 * onto the do-not-call list since.
 */
export async function withdrawOptedOut(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  { organizationId, callId, number, request }: ClaimedAttempt,
): Promise<void> {
  await changeCall(deps, { organizationId, callId }, async (call, tx) => {
    if (call.attemptCount !== number || call.status !== 'placing') return null
    const now = deps.clock.now()
    const attempt = await lockAttempt(tx, request.placementKey)
    if (attempt === null) return null
    const entry = newsEntry({ at: now, source: 'we', event: 'not sent: opted_out', applied: true })
    return {
      event: { type: 'opted_out' },
      async alsoWrite(tx) {
        await tx.callAttempt.update({
          where: { id: attempt.id },
          data: {
            status: 'failed',
            outcome: 'opted_out',
            errorMessage: message,
            endedAt: toDate(now),
            history: withNews(attempt.history, entry),
          },
        })
      },
    }
  })
}
