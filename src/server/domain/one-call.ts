import { isWaiting } from './call-status.ts'
import type { CallToJudge, Moment } from './gate.ts'
import { MS_PER_DAY } from './zone-clock.ts'

/**
 * Whether the visit of a waiting call is asked about in another call to its number, placed at `nowMs`
 * instead: it is where the days between calls would keep it from being placed when it is due. Calls
 * of a campaign that is not running stay on their own.
 */
export function isCoveredBy(
  placed: { nowMs: number; minDaysBetweenCalls: number },
  other: { call: CallToJudge<Moment>; dueMs: number },
): boolean {
  const { nowMs, minDaysBetweenCalls } = placed
  // Otherwise a call that is due already would count as due within zero days.
  if (minDaysBetweenCalls === 0) return false
  const { status, dueAt, expiresAt, isDemo, campaign } = other.call
  if (isDemo || !isWaiting(status) || dueAt === null) return false
  if (expiresAt && expiresAt.epochMilliseconds <= nowMs) return false
  if (campaign) {
    if (campaign.isPaused) return false
    if (campaign.startsAt && campaign.startsAt.epochMilliseconds > nowMs) return false
    if (campaign.endsAt && campaign.endsAt.epochMilliseconds <= nowMs) return false
  }
  return other.dueMs < nowMs + minDaysBetweenCalls * MS_PER_DAY
}

/** Visits that are called about together. */
export type GroupedVisits<Visit> = { first: Visit; joined: Visit[] }[]

/**
 * Puts visits of one number whose calls would lie within the days between calls into one group,
 * in the order of their due times; the group's call is the first one's.
 */
export function groupByCall<Visit extends { phoneNumber: string; dueMs: number }>(
  visits: readonly Visit[],
  minDaysBetweenCalls: number,
): GroupedVisits<Visit> {
  const groups: GroupedVisits<Visit> = []
  const newest = new Map<string, GroupedVisits<Visit>[number]>()
  for (const visit of [...visits].sort((a, b) => a.dueMs - b.dueMs)) {
    const group = newest.get(visit.phoneNumber)
    if (group && visit.dueMs < group.first.dueMs + minDaysBetweenCalls * MS_PER_DAY) {
      group.joined.push(visit)
      continue
    }
    const started = { first: visit, joined: [] }
    newest.set(visit.phoneNumber, started)
    groups.push(started)
  }
  return groups
}
