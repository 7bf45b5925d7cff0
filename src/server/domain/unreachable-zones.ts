import { Temporal } from 'temporal-polyfill'
import { type CallingCalendar, firstInstant, HORIZON_DAYS } from './calling-window.ts'
import { placeName } from './local-time.ts'

/** Waiting calls to customers who may be in the same zones, under the same schedule. */
type ZoneGroup = {
  timeZones: readonly string[]
  calendar: CallingCalendar
  campaignName: string | null
  waiting: number
}

/** Customers whom a schedule can never call, however long they wait. */
export type UnreachableZones = {
  timeZones: string[]
  campaignName: string | null
  waiting: number
  reason: string
}

/**
 * Points out for which customers' zones a schedule allows no instant at all within the horizon, the
 * most calls first. Customers without a known zone are another matter: each call says so.
 */
export function findUnreachableZones(input: {
  calls: readonly {
    customerZones: readonly string[]
    campaignId: string | null
    call: { campaign?: { name: string } | null }
  }[]
  calendarOf: (campaignId: string | null) => CallingCalendar
  nowMs: number
}): UnreachableZones[] {
  const now = Temporal.Instant.fromEpochMilliseconds(input.nowMs)
  const groups = new Map<string | null, Map<string, ZoneGroup>>()
  for (const { customerZones: timeZones, campaignId, call } of input.calls) {
    if (timeZones.length === 0) continue
    const ofCampaign = groups.get(campaignId) ?? new Map<string, ZoneGroup>()
    groups.set(campaignId, ofCampaign)
    const key = timeZones.join(' ')
    const group = ofCampaign.get(key)
    if (group) group.waiting += 1
    else {
      const calendar = input.calendarOf(campaignId)
      const campaignName = call.campaign?.name ?? null
      ofCampaign.set(key, { timeZones, calendar, campaignName, waiting: 1 })
    }
  }
  return [...groups.values()]
    .flatMap((ofCampaign) => [...ofCampaign.values()])
    .filter(
      ({ calendar, timeZones }) => !firstInstant(calendar.allowed(timeZones), now, HORIZON_DAYS),
    )
    .sort((a, b) => b.waiting - a.waiting)
    .map(({ timeZones, calendar, campaignName, waiting }) => ({
      timeZones: [...timeZones],
      campaignName,
      waiting,
      reason: reasonFor(timeZones, calendar, now),
    }))
}

function reasonFor(
  timeZones: readonly string[],
  calendar: CallingCalendar,
  now: Temporal.Instant,
): string {
  if (!firstInstant(calendar.openings, now, HORIZON_DAYS)) {
    return `No window opens in the next ${HORIZON_DAYS} days`
  }
  const { timeZone, quietHours } = calendar.config
  const quiet = `quiet hours ${quietHours.start}–${quietHours.end}`
  const [first = '', ...others] = timeZones
  if (others.length === 0) {
    return `Whenever a window is open in ${placeName(timeZone)}, it is ${quiet} in ${placeName(first)}`
  }
  const isQuietInOne = timeZones.find(
    (zone) => !firstInstant(calendar.allowed([zone]), now, HORIZON_DAYS),
  )
  return isQuietInOne
    ? `Whenever a window is open in ${placeName(timeZone)}, it is ${quiet} in ${placeName(isQuietInOne)}, where the customer may be`
    : `Whenever a window is open, it is ${quiet} in one of the ${timeZones.length} time zones in which the customer may be`
}
