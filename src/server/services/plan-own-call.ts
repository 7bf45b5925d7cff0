import type { Temporal } from 'temporal-polyfill'
import type { UncoveredVisit } from '../db/cover-visits.ts'
import type { NewCall } from '../db/insert-calls.ts'
import type { Deps } from '../deps.ts'
import type { CallingCalendar } from '../domain/calling-window.ts'
import { planFirstCall } from '../domain/first-call.ts'
import { laterOf } from '../domain/later-of.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

/** The call of a visit that has none; null where the schedule makes none any more. */
export async function planOwnCall(
  deps: Pick<Deps, 'zonesOfPhone'>,
  visit: UncoveredVisit,
  { calendar, now }: { calendar: CallingCalendar; now: Temporal.Instant },
): Promise<NewCall | null> {
  const { completedAt, restsUntil, keptUntil } = visit
  const customerZones = await zonesOfCustomer(deps, visit)
  const plan = planFirstCall({ completedAt, calendar, customerZones, now, keptUntil })
  if (!plan.isPlanned) return null
  return {
    serviceRecordId: visit.id,
    phoneNumber: visit.customerPhone,
    customerName: visit.customerName,
    dueAt: laterOf(plan.dueAt, restsUntil),
    notBefore: laterOf(plan.notBefore, restsUntil),
    expiresAt: plan.expiresAt,
  }
}
