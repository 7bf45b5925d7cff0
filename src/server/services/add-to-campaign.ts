import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { lockClaims } from '../db/due-calls.ts'
import { inOrganization, rehearseInOrganization } from '../db/in-organization.ts'
import type { NewCall } from '../db/insert-calls.ts'
import { toDate, toInstant } from '../db/instants.ts'
import { type CallToMove, moveCallsToCampaign } from '../db/move-calls.ts'
import {
  lockWaitingOfVisits,
  readVisitsForCampaign,
  type VisitForCampaign,
} from '../db/read-visits-for-campaign.ts'
import { oweReplan } from '../db/schedule-config-row.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import {
  type CampaignAdd,
  type CampaignAdded,
  type SkipReason,
  skipReasons,
} from '../domain/campaign.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { firstDueAt } from '../domain/first-call.ts'
import { laterOf } from '../domain/later-of.ts'
import { noCounts } from '../domain/tab-counts.ts'
import { type LoadedSchedule, loadScheduleConfig } from './load-schedule-config.ts'
import { makeCalls } from './make-calls.ts'
import type { QuestionDeps } from './read-calling-questions.ts'
import { recordAudit } from './record-audit.ts'
import { beginReplan } from './replan-calls.ts'
import { lockCampaign } from './save-campaign.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

type AddDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'log'> & QuestionDeps

const mostVisits = 5000

/**
 * Puts visits into a campaign: their waiting calls move there, others get a call, and what cannot
 * be called is counted by its reason. A dry run does the same and takes it back.
 */
export async function addToCampaign(
  deps: AddDeps,
  input: CampaignAdd & { organizationId: string; actor: Actor },
): Promise<CampaignAdded> {
  const { organizationId, actor, dryRun } = input
  const wanted = { ...input, originEntryId: uuidv7() }
  if (dryRun) {
    return rehearseInOrganization(deps.db, organizationId, (tx) => add(deps, tx, wanted))
  }
  const added = await inOrganization(deps.db, organizationId, async (tx) => {
    const added = await add(deps, tx, wanted)
    await recordAudit(tx, {
      id: wanted.originEntryId,
      organizationId,
      actor,
      action: 'campaign.visits_added',
      subjectType: 'campaign',
      subjectId: input.id,
      after: added,
      now: deps.clock.now(),
    })
    return added
  })
  deps.feed.announce(organizationId)
  if (added.moved > 0) await beginReplan(deps, organizationId)
  return added
}

async function add(
  deps: AddDeps,
  tx: DbTransaction,
  input: CampaignAdd & { organizationId: string; actor: Actor; originEntryId: string },
): Promise<CampaignAdded> {
  const { organizationId, actor, id: campaignId, visits: wanted, originEntryId } = input
  await lockClaims(tx, organizationId)
  const now = deps.clock.now()
  const campaign = await lockCampaign(tx, { organizationId, id: campaignId })
  const endsAt = toInstant(campaign.endsAt)
  if (endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0) {
    const message = `${campaign.name} has ended. Give it a later last day first.`
    throw new DomainError('conflict', message)
  }
  const schedule = await loadScheduleConfig(tx, { organizationId, campaignId })
  const asked = { organizationId, wanted, limit: mostVisits + 1 }
  await lockWaitingOfVisits(tx, asked)
  const visits = await readVisitsForCampaign(tx, asked)
  if (visits.length > mostVisits) {
    throw fieldError(
      'invalid_input',
      'visits.completedTo',
      `More than ${mostVisits} visits ended then. Choose a shorter time.`,
    )
  }
  const skipped = new Map<SkipReason, number>()
  const skip = (reason: SkipReason, by = 1) => skipped.set(reason, (skipped.get(reason) ?? 0) + by)
  if ('serviceRecordIds' in wanted) {
    const missing = new Set(wanted.serviceRecordIds).size - visits.length
    if (missing > 0) skip('not_found', missing)
  }
  const moved: CallToMove[] = []
  const newCalls: NewCall[] = []
  const startsAt = laterOf(now, toInstant(campaign.startsAt))
  for (const visit of visits) {
    const reason = reasonToSkip(visit, campaignId)
    if (reason !== null) {
      skip(reason)
      continue
    }
    const call = await planCall(deps, { visit, schedule, from: startsAt, endsAt, campaignId })
    if (call === null) skip('no_window')
    else if (visit.openCallId === null) newCalls.push(call)
    else moved.push({ callId: visit.openCallId, keepUntil: call.expiresAt })
  }
  const movedIds = [...new Set(moved.map(({ callId }) => callId))]
  await moveCallsToCampaign(tx, { organizationId, campaignId, calls: moved, now })
  if (movedIds.length > 0) await oweReplan(tx, organizationId)
  const { minDaysBetweenCalls } = schedule.config
  const made = await makeCalls(tx, {
    organizationId,
    calls: newCalls,
    minDaysBetweenCalls,
    originEntryId,
    actor,
    now,
  })
  const changedIds = new Set([...movedIds, ...made.createdIds, ...made.changedIds])
  const calls = await readCalls(tx, organizationId, [...changedIds])
  await appendFeedEvents(tx, {
    organizationId,
    changes: calls.map(feedChangeOf),
    countDelta: { ...noCounts, ready: made.createdIds.length },
    now: toDate(now),
  })
  return {
    created: made.createdIds.length,
    moved: moved.length,
    joined: made.coveredBy.size,
    skipped: skipReasons.flatMap((reason) => {
      const count = skipped.get(reason) ?? 0
      return count === 0 ? [] : { reason, count }
    }),
  }
}

function reasonToSkip(visit: VisitForCampaign, campaignId: string): SkipReason | null {
  if (visit.status !== 'completed' || visit.completedAt === null) return 'not_completed'
  if (visit.campaignIds.includes(campaignId)) return 'in_this_campaign'
  if (visit.hasLiveCall) return 'on_the_line'
  if (visit.hasUnknownCall) return 'in_doubt'
  if (visit.openCallId !== null && visit.openCampaignId !== null) return 'in_another_campaign'
  return visit.isOnDoNotCall ? 'do_not_call' : null
}

async function planCall(
  deps: Pick<Deps, 'zonesOfPhone'>,
  input: {
    visit: VisitForCampaign
    schedule: LoadedSchedule
    from: Temporal.Instant
    /** The first instant after the campaign. */
    endsAt: Temporal.Instant | null
    campaignId: string
  },
): Promise<NewCall | null> {
  const { visit, schedule, from, endsAt, campaignId } = input
  const { customerPhone, customerName } = visit
  const completedAt = toInstant(visit.completedAt)
  const { calendar, config } = schedule
  const customerZones = await zonesOfCustomer(deps, visit)
  const dueAt = firstDueAt({ completedAt, calendar, customerZones, now: from })
  if (dueAt === null || (endsAt && Temporal.Instant.compare(dueAt, endsAt) >= 0)) return null
  return {
    serviceRecordId: visit.id,
    campaignId,
    phoneNumber: customerPhone,
    customerName,
    dueAt,
    notBefore: completedAt ?? from,
    // An old visit is asked about because of the campaign, so its time runs from then.
    expiresAt: dueAt.add({ hours: config.expireAfterHours }),
  }
}
