import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { readLineLoad } from '../db/calling-facts.ts'
import type { DbTransaction } from '../db/client.ts'
import { lockClaims, lockDueCalls } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { decideClaim } from '../domain/claim-decision.ts'
import type { Gate } from '../domain/gate.ts'
import type { PlacementRequest } from '../telephony/port.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry } from './attempt-news.ts'
import { applyEvents, type EventOfCall } from './change-calls.ts'
import { type LoadedSchedules, loadScheduleConfigs } from './load-schedule-config.ts'
import { type CallingQuestion, readCallingQuestions } from './read-calling-questions.ts'

/** An attempt that is written down and may be placed, once, by whoever holds this. */
export type ClaimedAttempt = {
  organizationId: string
  callId: string
  number: number
  /** No request is sent after this instant: somebody else may have given the attempt up. */
  sendBefore: Temporal.Instant
  request: PlacementRequest
}

export type ClaimResult = {
  attempts: ClaimedAttempt[]
  /** True when another claim now may find more. */
  hasMore: boolean
}

/** How many due calls are looked at in one transaction. */
const batchSize = 100
const sendWithinSec = 10

type ClaimDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone'>

/**
 * The first step of placing: looks at an organization's due calls, claims at most `limit` of those
 * that may be placed now, and settles those that may not, all in one transaction.
 */
export async function claimDueCalls(
  deps: ClaimDeps,
  input: { organizationId: string; limit: number },
): Promise<ClaimResult> {
  const { organizationId } = input
  const result = await inOrganization(deps.db, organizationId, async (tx) => {
    await lockClaims(tx, organizationId)
    // After the wait for the lock, so that the instant is not older than what is read below.
    const now = deps.clock.now()
    const schedules = await loadScheduleConfigs(tx, organizationId)
    const load = await readLineLoad(tx, organizationId, now)
    if (load.activeCalls >= mostActiveCalls(schedules)) return nothing
    const callIds = await lockDueCalls(tx, {
      organizationId,
      now,
      limit: batchSize,
      exceptCampaignIds: pausedCampaigns(schedules),
    })
    const found = { organizationId, callIds, now, schedules, load }
    const questions = await readCallingQuestions(tx, deps, found)
    const picked = pick(questions, { now, limit: input.limit, provider: deps.provider })
    await applyEvents(tx, {
      organizationId,
      now,
      changes: picked.changes,
      alsoWrite: (tx) => insertAttempts(tx, picked.claims, { now, provider: deps.provider.name }),
    })
    return {
      attempts: picked.claims.map((claim) => toClaimedAttempt(claim, now)),
      hasChanged: picked.changes.length > 0,
      hasMore: !picked.mustWait && (picked.isFull || callIds.length === batchSize),
    }
  })
  if (result.hasChanged) deps.feed.announce(organizationId)
  return { attempts: result.attempts, hasMore: result.hasMore }
}

const nothing = { attempts: [], hasChanged: false, hasMore: false }

type Claim = CallingQuestion & { placementKey: string; gates: Gate[] }
type Picked = { claims: Claim[]; changes: EventOfCall[]; mustWait: boolean; isFull: boolean }

/** Each claim counts against the limits of those after it, and against its own number. */
function pick(
  questions: readonly CallingQuestion[],
  { now, limit, provider }: { now: Temporal.Instant; limit: number; provider: Deps['provider'] },
): Picked {
  const picked: Picked = { claims: [], changes: [], mustWait: false, isFull: false }
  const claimedNumbers = new Set<string>()
  for (const question of questions) {
    const { call, toJudge, facts } = question
    const decision = decideClaim({
      call: toJudge,
      now,
      isSimulated: provider.isSimulated,
      facts: {
        ...facts,
        activeCalls: facts.activeCalls + picked.claims.length,
        placedLastMinute: facts.placedLastMinute + picked.claims.length,
        lastPlacedToNumberAt: claimedNumbers.has(call.phoneNumber)
          ? now
          : facts.lastPlacedToNumberAt,
      },
    })
    if (decision.kind === 'settle') {
      picked.changes.push({ call, event: decision.event })
      continue
    }
    if (decision.kind === 'wait') return { ...picked, mustWait: true }
    if (picked.claims.length === limit) return { ...picked, isFull: true }
    picked.claims.push({ ...question, placementKey: randomUUID(), gates: decision.gates })
    picked.changes.push({ call, event: { type: 'attempt_claimed' } })
    if (!call.isDemo) claimedNumbers.add(call.phoneNumber)
  }
  return picked
}

async function insertAttempts(
  tx: DbTransaction,
  claims: readonly Claim[],
  { now, provider }: { now: Temporal.Instant; provider: string },
): Promise<void> {
  await tx.callAttempt.createMany({
    data: claims.map(({ call, schedule, placementKey, gates }) => ({
      organizationId: call.organizationId,
      callId: call.id,
      number: call.attemptCount + 1,
      placementKey,
      provider,
      status: 'placing',
      requestedAt: toDate(now),
      leaseExpiresAt: toDate(leaseAfter(now)),
      scheduleConfigVersion: schedule.version,
      gates: gates.map((gate) => ({ ...gate, until: gate.until ? toIso(gate.until) : null })),
      history: [newsEntry({ at: now, source: 'we', event: 'claimed', applied: true })],
    })),
  })
}

function toClaimedAttempt({ call, schedule, placementKey }: Claim, now: Temporal.Instant) {
  return {
    organizationId: call.organizationId,
    callId: call.id,
    number: call.attemptCount + 1,
    sendBefore: now.add({ seconds: sendWithinSec }),
    request: {
      placementKey,
      phoneNumber: call.phoneNumber,
      ringTimeoutSec: schedule.config.ringTimeoutSec,
      scenario: call.demoScenario,
    },
  }
}

const mostActiveCalls = ({ organization, ofCampaigns }: LoadedSchedules) =>
  Math.max(...[organization, ...ofCampaigns].map(({ config }) => config.maxActiveCalls))

const pausedCampaigns = ({ ofCampaigns }: LoadedSchedules) =>
  ofCampaigns.flatMap(({ campaignId, config }) =>
    config.paused && campaignId !== null ? [campaignId] : [],
  )
