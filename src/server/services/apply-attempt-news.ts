import { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { toDate, toInstant } from '../db/instants.ts'
import { type AttemptRow, lockAttempt } from '../db/lock-attempt.ts'
import type { Deps } from '../deps.ts'
import type { AttemptNews } from '../domain/call.schema.ts'
import { type CallEvent, type CallStatus, isLive, transition } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import { nextAttempt } from '../domain/retry-policy.ts'
import type { ProviderEvent } from '../telephony/port.ts'
import { leaseAfter } from './attempt-lease.ts'
import { newsEntry, withNews } from './attempt-news.ts'
import { type CallChange, changeCall, type LockedCall } from './change-call.ts'
import { readCallingQuestions } from './read-calling-questions.ts'
import { feedbackColumns, writeFeedback, writeOptOut } from './write-feedback.ts'

type Told<Event> = Event extends ProviderEvent
  ? Omit<Event, 'providerCallId' | 'source'> & {
      providerCallId: string | null
      source: AttemptNews['source']
      errorMessage?: string
    }
  : never

/** News of an attempt, the provider's or our own. */
export type NewsOfAttempt =
  | Told<ProviderEvent>
  /** Nothing was heard since the lease that is named; void if it has been renewed meanwhile. */
  | {
      type: 'lost'
      placementKey: string
      at: Temporal.Instant
      source: 'timeout'
      leaseExpiresAt: Temporal.Instant
    }

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
    const result = await changeCall(deps, target, async (call, tx) => {
      const now = deps.clock.now()
      const attempt = await lockAttempt(tx, placementKey)
      if (attempt === null) return null
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

type Question = {
  deps: Pick<Deps, 'zonesOfPhone'>
  tx: DbTransaction
  call: LockedCall
  attempt: AttemptRow
  news: NewsOfAttempt
  now: Temporal.Instant
}

async function decide(question: Question): Promise<CallChange | null> {
  const { call, attempt, news, now } = question
  if (call.attemptCount !== attempt.number || isForeign(attempt, news)) return null
  const event = await toCallEvent(question)
  if (event === null) return null
  const next = transition(call, event, now)
  if (!next.ok) return null
  const status = next.patch.status ?? call.status
  const feedback = news.type === 'ended' ? news.feedback : null
  return {
    event,
    fields: feedback ? await feedbackColumns(question.tx, call, feedback) : {},
    alsoWrite: async (tx) => {
      await tx.callAttempt.update({
        where: { id: attempt.id },
        data: {
          ...attemptColumns(attempt, news, { status, now }),
          history: told(attempt, news, true),
        },
      })
      if (feedback) await writeFeedback(tx, call, feedback)
    },
  }
}

async function toCallEvent({ deps, tx, call, attempt, news, now }: Question) {
  switch (news.type) {
    case 'ringing':
    case 'answered':
      return { type: news.type }
    case 'lost': {
      const isRenewed = attempt.leaseExpiresAt.getTime() !== news.leaseExpiresAt.epochMilliseconds
      return isRenewed ? null : ({ type: 'contact_lost' } satisfies CallEvent)
    }
    case 'ended':
      return {
        type: 'attempt_ended',
        outcome: news.outcome,
        talkSec: news.talkSec,
        retryAt: await retryAt({ deps, tx, call, attempt, now }, news.outcome),
      } satisfies CallEvent
  }
}

/** A demo call is run by a presenter, never by itself. */
async function retryAt(
  { deps, tx, call, attempt, now }: Omit<Question, 'news'>,
  outcome: Extract<NewsOfAttempt, { type: 'ended' }>['outcome'],
): Promise<Temporal.Instant | null> {
  if (call.isDemo) return null
  const { organizationId, id, expiresAt } = call
  const [question] = await readCallingQuestions(tx, deps, { organizationId, callIds: [id], now })
  if (question === undefined) return null
  const { calendar, customerZones } = question.facts
  const ended = { outcome, attemptNumber: attempt.number, endedAt: now, expiresAt }
  return nextAttempt({ ...ended, calendar, customerZones }).retryAt
}

function attemptColumns(
  attempt: AttemptRow,
  news: NewsOfAttempt,
  { status, now }: { status: CallStatus; now: Temporal.Instant },
) {
  // A provider's clock may be wrong, but an attempt neither starts before we asked nor ends later than now.
  const at = toDate(clamp(news.at, toInstant(attempt.requestedAt), now))
  const columns = { status, ...boundId(attempt, news) }
  if (news.type === 'lost') return { ...columns, outcome: 'unknown', endedAt: at }
  if (news.type === 'ended') {
    const errorMessage = news.errorMessage ?? null
    return { ...columns, outcome: news.outcome, endedAt: at, errorMessage }
  }
  const leaseExpiresAt = toDate(leaseAfter(now))
  return news.type === 'ringing'
    ? { ...columns, leaseExpiresAt, ringingAt: at }
    : { ...columns, leaseExpiresAt, answeredAt: at }
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
      ...(isOpen ? { leaseExpiresAt: toDate(leaseAfter(now)) } : {}),
      ...(isMereAnswer(attempt, news) ? {} : { history: told(attempt, news, false) }),
    },
  })
}

/** We asked and were told what we knew. */
const isMereAnswer = (attempt: AttemptRow, news: NewsOfAttempt) =>
  news.source === 'look_up' &&
  ((news.type === 'ringing' && attempt.ringingAt !== null) ||
    (news.type === 'answered' && attempt.answeredAt !== null))

/** The first word from the provider may be the one that names its id. */
const boundId = (attempt: AttemptRow, news: NewsOfAttempt) =>
  attempt.providerCallId === null && news.type !== 'lost' && news.providerCallId !== null
    ? { providerCallId: news.providerCallId }
    : {}

/** Speaks of another line than the one this attempt opened. */
const isForeign = (attempt: AttemptRow, news: NewsOfAttempt) =>
  news.type !== 'lost' &&
  news.providerCallId !== null &&
  attempt.providerCallId !== null &&
  attempt.providerCallId !== news.providerCallId

const isOptOut = (news: NewsOfAttempt) => news.type === 'ended' && news.outcome === 'opted_out'

const told = (attempt: AttemptRow, news: NewsOfAttempt, applied: boolean) =>
  withNews(
    attempt.history,
    newsEntry({ at: news.at, source: news.source, event: eventWord(news), applied }),
  )

const eventWord = (news: NewsOfAttempt) =>
  news.type === 'ended' ? `ended: ${news.outcome}` : news.type

function clamp(at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant) {
  if (Temporal.Instant.compare(at, from) < 0) return from
  return Temporal.Instant.compare(at, to) > 0 ? to : at
}
