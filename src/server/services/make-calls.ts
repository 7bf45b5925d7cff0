import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import {
  type Coverage,
  coverVisits,
  findInventedVisits,
  lockWaitingOfNumbers,
  touchCalls,
  type WaitingOfNumber,
} from '../db/cover-visits.ts'
import { insertCalls, type NewCall } from '../db/insert-calls.ts'
import type { Actor } from '../domain/actor.ts'
import { groupByCall } from '../domain/one-call.ts'
import { MS_PER_DAY } from '../domain/zone-clock.ts'
import { recordVisits } from './record-visits.ts'

export type MadeCalls = {
  createdIds: string[]
  /** Waiting calls from before that cover a new visit now. */
  changedIds: string[]
  /** By visit, the call of another visit that covers it. */
  coveredBy: Map<string, string>
}

/**
 * Makes the calls of visits that have none: one customer, one call, so a visit joins the waiting
 * call of its number and campaign where both would lie within the days between calls; a sample
 * visit and an own one never share a call. Who brought it there is told in that call's history. The
 * caller holds the organization's claims and owes the feed the events of created and changed calls.
 */
export async function makeCalls(
  tx: DbTransaction,
  input: {
    organizationId: string
    calls: readonly NewCall[]
    minDaysBetweenCalls: number
    originEntryId: string
    actor: Actor
    now: Temporal.Instant
  },
): Promise<MadeCalls> {
  const { organizationId, minDaysBetweenCalls, originEntryId, actor, now } = input
  const waiting = await lockWaitingOfNumbers(tx, {
    organizationId,
    phoneNumbers: minDaysBetweenCalls === 0 ? [] : input.calls.map((call) => call.phoneNumber),
  })
  const inventedIds = await findInventedVisits(tx, {
    organizationId,
    serviceRecordIds: [...input.calls, ...waiting].map((call) => call.serviceRecordId),
  })
  const isInvented = (call: { serviceRecordId: string }) => inventedIds.has(call.serviceRecordId)
  const waitingOf = new Map<string, WaitingOfNumber[]>()
  for (const call of waiting) {
    waitingOf.set(call.phoneNumber, [...(waitingOf.get(call.phoneNumber) ?? []), call])
  }
  const coverages: Coverage[] = []
  const cover = (callId: string, { serviceRecordId, expiresAt }: NewCall) =>
    coverages.push({ callId, serviceRecordId, expiresAt, settledCallId: null })
  const changedIds = new Set<string>()
  const single: (NewCall & { dueMs: number })[] = []
  for (const call of input.calls) {
    const joined = waitingOf
      .get(call.phoneNumber)
      ?.find(
        (other) =>
          isInvented(other) === isInvented(call) && canJoin(call, other, minDaysBetweenCalls),
      )
    if (joined === undefined) single.push({ ...call, dueMs: call.dueAt.epochMilliseconds })
    else {
      cover(joined.id, call)
      changedIds.add(joined.id)
    }
  }
  const groups = [
    ...groupByCall(
      single.filter((call) => !isInvented(call)),
      minDaysBetweenCalls,
    ),
    ...groupByCall(single.filter(isInvented), minDaysBetweenCalls),
  ]
  const firsts = groups.map(({ first: { dueMs, ...call } }) => call)
  const createdIds = await insertCalls(tx, { organizationId, calls: firsts, originEntryId, now })
  for (const [at, { joined }] of groups.entries()) {
    const callId = createdIds[at]
    if (callId !== undefined) for (const call of joined) cover(callId, call)
  }
  await coverVisits(tx, { organizationId, coverages, now })
  // A call that was made with them is told as brought in by the same deed.
  const joined = coverages.filter(({ callId }) => changedIds.has(callId))
  await recordVisits(tx, { organizationId, actor, action: 'call.joined', now }, joined)
  await touchCalls(tx, { organizationId, callIds: [...changedIds], now })
  return {
    createdIds,
    changedIds: [...changedIds],
    coveredBy: new Map(coverages.map(({ serviceRecordId, callId }) => [serviceRecordId, callId])),
  }
}

/** Only within a campaign: each has its own dates, pause and hours, and so has what is in none. */
function canJoin(call: NewCall, other: WaitingOfNumber, minDaysBetweenCalls: number): boolean {
  if (other.campaignId !== (call.campaignId ?? null)) return false
  const apartMs = Math.abs(call.dueAt.epochMilliseconds - other.dueAt.epochMilliseconds)
  return apartMs < minDaysBetweenCalls * MS_PER_DAY
}
