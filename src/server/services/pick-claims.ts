import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Coverage } from '../db/cover-visits.ts'
import { decideClaim } from '../domain/claim-decision.ts'
import { type Gate, ringsNobody } from '../domain/gate.ts'
import { isCoveredBy } from '../domain/one-call.ts'
import type { EventOfCall } from './change-calls.ts'
import type { CallingQuestion } from './read-calling-questions.ts'

export type Claim = CallingQuestion & {
  placementKey: string
  gates: Gate[]
  /** For the simulator alone: a demo call, a sample, or any call of a demo organization. */
  ringsNobody: boolean
}

export type PickedClaims = {
  claims: Claim[]
  /** The claims' own events, and those of calls that are settled otherwise. */
  changes: EventOfCall[]
  coverages: Coverage[]
  /** The organization's lines are full, or calling is paused. */
  mustWait: boolean
  /** As many as wanted; there may be more. */
  isFull: boolean
}

/**
 * Decides about due calls one after the other: each claim counts against the limits of those after
 * it, and takes along the other waiting calls to its number, `siblings` or due ones, whatever had been
 * decided about these a moment before.
 */
export function pickClaims(input: {
  due: readonly CallingQuestion[]
  siblings: readonly CallingQuestion[]
  now: Temporal.Instant
  limit: number
  isDemoOrganization: boolean
}): PickedClaims {
  const { due, now, limit, isDemoOrganization } = input
  const ofNumber = groupByNumber([...due, ...input.siblings])
  const claims: Claim[] = []
  const changes = new Map<string, EventOfCall>()
  const coverages: Coverage[] = []
  const claimedNumbers = new Set<string>()
  const answer = (end: { mustWait?: boolean; isFull?: boolean } = {}): PickedClaims => ({
    claims,
    changes: [...changes.values()],
    coverages,
    mustWait: false,
    isFull: false,
    ...end,
  })

  for (const question of due) {
    const { call, toJudge, facts } = question
    if (changes.get(call.id)?.event.type === 'covered') continue
    const decision = decideClaim({
      call: toJudge,
      now,
      facts: {
        ...facts,
        activeCalls: facts.activeCalls + claims.length,
        campaignActiveCalls: (facts.campaignActiveCalls ?? 0) + countOfCampaign(claims, question),
        placedLastMinute: facts.placedLastMinute + claims.length,
        lastPlacedToNumberAt: claimedNumbers.has(call.phoneNumber)
          ? now
          : facts.lastPlacedToNumberAt,
        isNumberOnLine: facts.isNumberOnLine || claimedNumbers.has(call.phoneNumber),
      },
    })
    if (decision.kind === 'settle') {
      changes.set(call.id, { call, event: decision.event })
      continue
    }
    if (decision.kind === 'wait') {
      if (decision.because === 'campaign' || decision.because === 'number') continue
      return answer({ mustWait: true })
    }
    if (claims.length === limit) return answer({ isFull: true })
    claims.push({
      ...question,
      placementKey: randomUUID(),
      gates: decision.gates,
      ringsNobody: ringsNobody(toJudge),
    })
    changes.set(call.id, { call, event: { type: 'attempt_claimed' } })
    if (call.isDemo) continue
    claimedNumbers.add(call.phoneNumber)
    for (const other of ofNumber.get(call.phoneNumber) ?? []) {
      // An invented customer's visit and a real one are never asked about in one call.
      if (!isDemoOrganization && other.isSample !== question.isSample) continue
      if (!isTakenAlong(other, changes.get(other.call.id), { question, now })) continue
      changes.set(other.call.id, { call: other.call, event: { type: 'covered' } })
      coverages.push({
        callId: call.id,
        serviceRecordId: other.call.serviceRecordId,
        settledCallId: other.call.id,
        expiresAt: other.call.expiresAt,
      })
    }
  }
  return answer()
}

function isTakenAlong(
  other: CallingQuestion,
  change: EventOfCall | undefined,
  { question, now }: { question: CallingQuestion; now: Temporal.Instant },
): boolean {
  const event = change?.event
  if (event && event.type !== 'deferred' && event.type !== 'held') return false
  const dueAt = event?.type === 'deferred' ? event.dueAt : other.call.dueAt
  const { minDaysBetweenCalls } = question.schedule.config
  return isCoveredBy(
    { nowMs: now.epochMilliseconds, minDaysBetweenCalls },
    { call: other.toJudge, dueMs: dueAt?.epochMilliseconds ?? 0 },
  )
}

function groupByNumber(questions: readonly CallingQuestion[]) {
  const groups = new Map<string, CallingQuestion[]>()
  for (const question of questions) {
    const { phoneNumber } = question.call
    const group = groups.get(phoneNumber)
    if (group) group.push(question)
    else groups.set(phoneNumber, [question])
  }
  return groups
}

const countOfCampaign = (claims: readonly Claim[], { campaignId }: CallingQuestion) =>
  campaignId === null ? 0 : claims.filter((claim) => claim.campaignId === campaignId).length
