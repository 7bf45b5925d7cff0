import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { toDate, toInstant } from '../db/instants.ts'
import { type AttemptRow, lockAttempt } from '../db/lock-attempt.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import { isTechnicalEnd } from '../domain/auto-pause.ts'
import {
  type AttemptOutcome,
  type CallEvent,
  type CallStatus,
  isLive,
  transition,
} from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import { heldConversationSchema, keepForRecording } from '../domain/held-conversation.ts'
import { isRetryOutcome } from '../domain/retry-delay.ts'
import { nextAttempt, type RetryDecision } from '../domain/retry-policy.ts'
import { leaseAfter } from './attempt-lease.ts'
import {
  attemptColumns,
  boundId,
  isForeign,
  isMereAnswer,
  isRepeated,
  type NewsOfAttempt,
  receiptColumn,
  told,
  wasSent,
} from './attempt-news.ts'
import { endEvent, whyGivenUp, withGivingUp } from './attempt-retry.ts'
import { bringBack } from './bring-back.ts'
import { type CallChange, changeCall, type LockedCall } from './change-call.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import { pauseAfterFailures } from './pause-after-failures.ts'
import { feedbackColumns, writeFeedback, writeOptOut } from './write-feedback.ts'
import { zonesOfCustomer } from './zones-of-customer.ts'

/** What became of the news; `kept` is written down as history without changing the call. */
export type NewsResult = 'applied' | 'kept' | 'no_attempt'

/**
 * Applies news to the call that the placement key names. Repeated, late, reordered and
 * contradicting news are kept on the attempt and change nothing; news of an attempt that is no
 * longer the call's last one cannot reach the call.
 */
export async function applyAttemptNews(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone'>,
  news: NewsOfAttempt,
): Promise<NewsResult> {
  const { placementKey } = news
  const target = await deps.db.callAttempt.findUnique({
    where: { placementKey },
    select: { organizationId: true, callId: true },
  })
  if (target === null) return 'no_attempt'
  try {
    const result = await changeCall(deps, target, async (call, tx, now) => {
      const attempt = await lockAttempt(tx, placementKey)
      if (attempt === null || isRepeated(attempt, news)) return null
      const change = await decide({ deps, tx, call, attempt, news, now })
      if (change === null) await keep(tx, attempt, news, now)
      if (isOptOut(news) && !call.isDemo) await writeOptOut(tx, call)
      return change
    })
    return result.changed ? 'applied' : 'kept'
  } catch (error) {
    // The call was deleted between the two reads.
    if (error instanceof DomainError && error.code === 'not_found') return 'no_attempt'
    throw error
  }
}

/** All that bears on what the news means. */
type Situation = {
  deps: Pick<Deps, 'zonesOfPhone'>
  tx: DbTransaction
  call: LockedCall
  attempt: AttemptRow
  news: NewsOfAttempt
  now: Temporal.Instant
}

async function decide(situation: Situation): Promise<CallChange | null> {
  const { deps, tx, call, attempt, news, now } = situation
  if (call.attemptCount !== attempt.number || isForeign(attempt, news)) return null
  const planned = await toCallEvent(situation)
  if (planned === null) return null
  const { event, gaveUp = null } = planned
  const next = transition(call, event, now)
  if (!next.ok) return null
  const { dueAt } = next.patch
  const comingBack = { call, isAskedFor: false, actor: systemActor, now }
  const createdIds = dueAt ? await bringBack(tx, deps, { ...comingBack, dueAt }) : []
  const status = next.patch.status ?? call.status
  const feedback = news.type === 'ended' ? news.feedback : null
  return {
    event,
    fields: feedback ? await feedbackColumns(situation.tx, call, feedback) : {},
    createdIds,
    // Answered without a word, too: where no call of the visit brought any, the newest tells it.
    rewordsVisit: feedback !== null || status === 'completed',
    alsoWrite: async (tx) => {
      await tx.callAttempt.update({
        where: { id: attempt.id },
        data: {
          ...attemptColumns(attempt, news, { status, now }),
          ...receiptColumn(news),
          ...(news.type === 'ended' && closedConversation(attempt)),
          history: withGivingUp(told(attempt, news, true), gaveUp, now),
        },
      })
      if (feedback) await writeFeedback(tx, call, feedback)
      if (isTechnicalFailure(news) && !call.isDemo) {
        await pauseAfterFailures(tx, { organizationId: call.organizationId, now })
      }
    },
  }
}

/** `gaveUp` says why no retry follows, where one might have. */
type Planned = { event: CallEvent; gaveUp?: string | null }

async function toCallEvent(situation: Situation): Promise<Planned | null> {
  const { call, attempt, news } = situation
  switch (news.type) {
    case 'ringing':
    case 'answered':
      // A callback may be late; a look-up says how it is.
      if (call.status === 'unknown' && news.source === 'look_up') {
        const status = news.type === 'answered' ? 'in_progress' : 'ringing'
        return { event: { type: 'contact_regained', status } }
      }
      return { event: { type: news.type } }
    case 'lost': {
      const isRenewed = attempt.leaseExpiresAt.getTime() !== news.leaseExpiresAt.epochMilliseconds
      if (isRenewed || !isLive(call.status)) return null
      if (wasSent(attempt)) return { event: { type: 'contact_lost' } }
      return endOf(situation, { outcome: 'provider_error', talkSec: null })
    }
    case 'ended':
      return endOf(situation, news)
  }
}

async function endOf(
  situation: Situation,
  { outcome, talkSec }: { outcome: AttemptOutcome; talkSec: number | null },
): Promise<Planned> {
  const retry = await planRetry(situation, outcome)
  return { event: endEvent({ outcome, talkSec, retry }), gaveUp: whyGivenUp(retry) }
}

/** A demo call is run by a presenter, never by itself. */
async function planRetry(
  { deps, tx, call, attempt, now }: Situation,
  outcome: AttemptOutcome,
): Promise<RetryDecision | null> {
  if (call.isDemo || !isRetryOutcome(outcome)) return null
  const { organizationId, expiresAt } = call
  const { campaignId, campaign, serviceRecord } = await tx.call.findUniqueOrThrow({
    where: { id: call.id },
    select: {
      campaignId: true,
      campaign: { select: { endsAt: true } },
      serviceRecord: { select: { customerTimeZone: true, customerPhone: true } },
    },
  })
  const { calendar } = await loadScheduleConfig(tx, { organizationId, campaignId })
  const customerZones = await zonesOfCustomer(deps, serviceRecord)
  const ended = { outcome, attemptNumber: attempt.number, endedAt: now, expiresAt }
  const campaignEndsAt = toInstant(campaign?.endsAt ?? null)
  return nextAttempt({ ...ended, campaignEndsAt, calendar, customerZones })
}

async function keep(
  tx: DbTransaction,
  attempt: AttemptRow,
  news: NewsOfAttempt,
  now: Temporal.Instant,
): Promise<void> {
  if (news.type === 'lost') return
  const isOpen = isLive(attempt.status as CallStatus) && !isForeign(attempt, news)
  await tx.callAttempt.update({
    where: { id: attempt.id },
    data: {
      ...boundId(attempt, news),
      ...receiptColumn(news),
      ...(isOpen ? { leaseExpiresAt: toDate(leaseAfter(now)) } : {}),
      ...(isMereAnswer(attempt, news) ? {} : { history: told(attempt, news, false) }),
    },
  })
}

/** Transcript and feedback keep what was said; the attempt keeps what a recording needs. */
function closedConversation({ conversation }: AttemptRow) {
  const held = heldConversationSchema.safeParse(conversation)
  return held.success ? { conversation: keepForRecording(held.data) } : {}
}

const isTechnicalFailure = (news: NewsOfAttempt) =>
  news.type === 'lost' || (news.type === 'ended' && isTechnicalEnd(news))

const isOptOut = (news: NewsOfAttempt) => news.type === 'ended' && news.outcome === 'opted_out'
