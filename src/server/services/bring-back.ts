import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import type { UncoveredVisit } from '../db/cover-visits.ts'
import { followVisit, releaseStrangers } from '../db/follow-visit.ts'
import { insertCalls, type NewCall } from '../db/insert-calls.ts'
import type { Deps } from '../deps.ts'
import type { CallingCalendar } from '../domain/calling-window.ts'
import { planFirstCall } from '../domain/first-call.ts'
import { laterOf } from '../domain/later-of.ts'
import type { LockedCall } from './change-call.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import { whyNoNewCall } from './second-call.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

type ComingBack = {
  /** As it was locked. */
  call: LockedCall
  /** When it is to be placed again. */
  dueAt: Temporal.Instant
  /** It had ended, and a person wants another attempt. */
  isAskedFor: boolean
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
  coming: ComingBack,
): Promise<string[]> {
  const { organizationId } = coming.call
  const left = await releaseStrangers(tx, coming.call)
  await followVisit(tx, coming.call)
  if (left.length === 0) return []
  const { calendar } = await loadScheduleConfig(tx, { organizationId, campaignId: null })
  const calls: NewCall[] = []
  for (const visit of left) {
    if ((await whyNoNewCall(tx, organizationId, visit.id)) !== null) continue
    const customerZones = await zonesOfCustomer(deps, visit)
    const call = planOwnCall(coming, visit, { calendar, customerZones })
    if (call !== null) calls.push(call)
  }
  // None of them joins a waiting call, which would have to be locked: where two wait, the claim places one.
  return insertCalls(tx, { organizationId, calls, now: coming.now })
}

function planOwnCall(
  { call, dueAt, isAskedFor, now }: ComingBack,
  visit: UncoveredVisit,
  schedule: { calendar: CallingCalendar; customerZones: readonly string[] },
): NewCall | null {
  const wasRung = call.attemptCount > 0 && visit.customerPhone === call.phoneNumber
  if (wasRung && isAskedFor) return null
  const { completedAt, customerPhone, customerName } = visit
  const plan = planFirstCall({ completedAt, now, ...schedule })
  if (!plan.isPlanned) return null
  return {
    serviceRecordId: visit.id,
    phoneNumber: customerPhone,
    customerName,
    // It waits for as long as the retry would have.
    dueAt: wasRung ? laterOf(plan.dueAt, dueAt) : plan.dueAt,
    notBefore: wasRung ? laterOf(plan.notBefore, dueAt) : plan.notBefore,
    expiresAt: plan.expiresAt,
  }
}
