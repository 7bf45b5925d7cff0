import type { Temporal } from 'temporal-polyfill'
import { type LineLoad, readLineLoad } from '../db/calling-facts.ts'
import type { DbTransaction } from '../db/client.ts'
import { coverVisits, lockWaitingOfNumbers } from '../db/cover-visits.ts'
import { claimsLock, lockDueCalls } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { insertAttempts, type NewAttempt } from '../db/insert-attempts.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import type { ClearedByClaim } from '../domain/call-status.ts'
import { demoNameOf, type PlacementRequest } from '../telephony/port.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry } from './attempt-news.ts'
import { applyEvents } from './change-calls.ts'
import { type LoadedSchedules, loadScheduleConfigs } from './load-schedule-config.ts'
import { type Claim, pickClaims } from './pick-claims.ts'
import { readCallingQuestions } from './read-calling-questions.ts'
import { recordVisits } from './record-visits.ts'

/** An attempt that is written down and may be placed, once, by whoever holds this. */
export type ClaimedAttempt = {
  organizationId: string
  callId: string
  number: number
  /** No request is sent after this instant: somebody else may have given the attempt up. */
  sendBefore: Temporal.Instant
  request: PlacementRequest
  /** As it was before the claim. */
  cleared: ClearedByClaim
}

export type ClaimResult = {
  attempts: ClaimedAttempt[]
  /** True when another claim now may find more. */
  hasMore: boolean
}

/** How many due calls are looked at in one transaction, at most and beyond those that may be claimed. */
const batchSize = 200
const lookedAtBeyond = 20
const sendWithinSec = 10

type ClaimDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'provider' | 'zonesOfPhone'>

/**
 * The first step of placing: looks at an organization's due calls, claims at most `limit` of those
 * that may be placed now, and settles those that may not, all in one transaction.
 */
export async function claimDueCalls(
  deps: ClaimDeps,
  input: { organizationId: string; limit: number; beforeCommit?: () => void },
): Promise<ClaimResult> {
  const { organizationId } = input
  const lock = claimsLock(organizationId)
  const claim = async (tx: DbTransaction) => {
    // After the wait for the lock, so that the instant is not older than what is read below.
    const now = deps.clock.now()
    const schedules = await loadScheduleConfigs(tx, organizationId)
    const { load, isDemoOrganization } = await readLineLoad(tx, organizationId, now)
    if (load.autoPausedAt !== null) return nothing
    if (load.activeCalls >= schedules.organization.config.maxActiveCalls) return nothing
    const mostLookedAt = Math.min(batchSize, input.limit + lookedAtBeyond)
    const callIds = await lockDueCalls(tx, {
      organizationId,
      now,
      limit: mostLookedAt,
      exceptCampaignIds: fullCampaigns(schedules, load),
      // Where days are kept between calls, these are put off by them.
      exceptOnLine: schedules.organization.config.minDaysBetweenCalls === 0,
    })
    const found = { organizationId, now, schedules, load }
    const due = await readCallingQuestions(tx, deps, { ...found, callIds })
    const phoneNumbers = due.flatMap(({ call }) => (call.isDemo ? [] : call.phoneNumber))
    const others = { organizationId, phoneNumbers, exceptIds: callIds }
    const siblings = await readCallingQuestions(tx, deps, {
      ...found,
      callIds: (await lockWaitingOfNumbers(tx, others)).map(({ id }) => id),
    })
    const picked = pickClaims({
      due,
      siblings,
      now,
      limit: input.limit,
      isDemoOrganization,
    })
    await applyEvents(tx, {
      organizationId,
      now,
      changes: picked.changes,
      alsoWrite: async (tx) => {
        await insertAttempts(tx, {
          organizationId,
          attempts: picked.claims.map((claim) => toNewAttempt(claim, deps.provider)),
          requestedAt: now,
          leaseExpiresAt: leaseAfter(now),
          entry: newsEntry({ at: now, source: 'we', event: 'claimed', applied: true }),
        })
        const { coverages } = picked
        const { joined, left } = await coverVisits(tx, { organizationId, coverages, now })
        const by = { organizationId, actor: systemActor, now }
        await recordVisits(tx, { ...by, action: 'call.joined' }, joined)
        await recordVisits(tx, { ...by, action: 'call.left' }, left)
      },
    })
    if (picked.claims.length > 0) input.beforeCommit?.()
    return {
      attempts: picked.claims.map((claim) => toClaimedAttempt(claim, now)),
      hasChanged: picked.changes.length > 0,
      hasMore: !picked.mustWait && (picked.isFull || callIds.length === mostLookedAt),
    }
  }
  const result = await inOrganization(deps.db, organizationId, claim, { lock })
  if (result.hasChanged) deps.feed.announce(organizationId)
  return { attempts: result.attempts, hasMore: result.hasMore }
}

const nothing = { attempts: [], hasChanged: false, hasMore: false }

const toNewAttempt = (
  { call, schedule, placementKey, gates, ringsNobody }: Claim,
  provider: Deps['provider'],
): NewAttempt => ({
  callId: call.id,
  number: call.attemptCount + 1,
  placementKey,
  gates,
  provider: (ringsNobody && demoNameOf(provider)) || provider.name,
  scheduleConfigVersion: schedule.version,
  campaignConfigVersion: schedule.campaignVersion,
})

function toClaimedAttempt(
  { call, schedule, placementKey, ringsNobody }: Claim,
  now: Temporal.Instant,
) {
  return {
    organizationId: call.organizationId,
    callId: call.id,
    number: call.attemptCount + 1,
    sendBefore: now.add({ seconds: sendWithinSec }),
    request: {
      placementKey,
      phoneNumber: call.phoneNumber,
      ringTimeoutSec: schedule.config.ringTimeoutSec,
      isDemo: ringsNobody,
      scenario: call.demoScenario,
    },
    cleared: {
      startTime: call.startTime,
      isAllowedOutsideWindows: call.isAllowedOutsideWindows,
    },
  }
}

/** Their calls wait until one of theirs ends, and leave the batch to others meanwhile. */
const fullCampaigns = ({ ofCampaigns }: LoadedSchedules, { activeByCampaign }: LineLoad) =>
  [...ofCampaigns].flatMap(([id, { campaignMaxActiveCalls }]) =>
    (activeByCampaign.get(id) ?? 0) >= (campaignMaxActiveCalls ?? Number.POSITIVE_INFINITY)
      ? [id]
      : [],
  )
