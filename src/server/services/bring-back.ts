import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { followVisit, releaseStrangers } from '../db/follow-visit.ts'
import { insertCalls, type NewCall } from '../db/insert-calls.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { LockedCall } from './change-call.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import { planOwnCall } from './plan-own-call.ts'
import { recordVisits } from './record-visits.ts'
import { whyNoNewCall } from './second-call.ts'

type ComingBack = {
  /** As it was locked. */
  call: LockedCall
  /** When it is to be placed again. */
  dueAt: Temporal.Instant
  /** It had ended, and a person wants another attempt. */
  isAskedFor: boolean
  actor: Actor
  now: Temporal.Instant
}

/**
 * Lets a call that is to wait for an attempt again follow its visit, whose number may have been
 * corrected since it was placed. Visits of other numbers leave it and get calls of their own, as where
 * a visit of a waiting call is corrected; answers the ids of these, for the change to tell. Where a
 * person asks for more, a visit whose number the call has rung had its tries and gets none.
 */
export async function bringBack(
  tx: DbTransaction,
  deps: Pick<Deps, 'zonesOfPhone'>,
  { call, dueAt, isAskedFor, actor, now }: ComingBack,
): Promise<string[]> {
  const { organizationId } = call
  const left = await releaseStrangers(tx, call)
  await followVisit(tx, call)
  if (left.length === 0) return []
  const strangers = left.map(({ id: serviceRecordId }) => ({ callId: call.id, serviceRecordId }))
  await recordVisits(tx, { organizationId, actor, action: 'call.left', now }, strangers)
  const { calendar } = await loadScheduleConfig(tx, { organizationId, campaignId: null })
  const calls: NewCall[] = []
  for (const visit of left) {
    if ((await whyNoNewCall(tx, organizationId, visit.id)) !== null) continue
    const wasRung = call.attemptCount > 0 && visit.customerPhone === call.phoneNumber
    if (wasRung && isAskedFor) continue
    const uncovered = { ...visit, restsUntil: wasRung ? dueAt : null, keptUntil: call.expiresAt }
    const own = await planOwnCall(deps, uncovered, { calendar, now })
    if (own !== null) calls.push(own)
  }
  // None of them joins a waiting call, which would have to be locked: where two wait, the claim places one.
  return insertCalls(tx, { organizationId, calls, originEntryId: null, now })
}
