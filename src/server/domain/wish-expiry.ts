import type { Temporal } from 'temporal-polyfill'
import type { CallingCalendar } from './calling-window.ts'
import { firstDueAt } from './first-call.ts'
import { laterOf } from './later-of.ts'

/**
 * Until when a call lives for which a person wished at `dueAt`: its own expiry, but at least a day
 * from when the schedule would place it, and where nothing may be called when that day is over, a day
 * of the next opening. With windows from Monday to Friday, a wish of Friday evening lives until Tuesday
 * morning. Null where the call does not expire.
 */
export function expiryOfWish(wish: {
  expiresAt: Temporal.Instant | null
  dueAt: Temporal.Instant
  completedAt: Temporal.Instant | null
  campaignStartsAt: Temporal.Instant | null
  calendar: CallingCalendar
  customerZones: readonly string[]
}): Temporal.Instant | null {
  const { expiresAt, dueAt, campaignStartsAt } = wish
  if (expiresAt === null) return null
  const firstFrom = (from: Temporal.Instant) => firstDueAt({ ...wish, now: from }) ?? from
  const dayAfter = firstFrom(laterOf(dueAt, campaignStartsAt)).add(aDay)
  const goesOnAt = firstFrom(dayAfter)
  return laterOf(expiresAt, goesOnAt.equals(dayAfter) ? dayAfter : goesOnAt.add(aDay))
}

const aDay = { hours: 24 }
