import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { toDate, toInstant, toIso } from '../db/instants.ts'
import type { AttemptRow } from '../db/lock-attempt.ts'
import { type AttemptNews, attemptNewsSchema } from '../domain/call.schema.ts'
import type { CallStatus } from '../domain/call-status.ts'
import type { ProviderEvent } from '../telephony/port.ts'
import { leaseAfter } from './attempt-lease.ts'

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
  /**
   * Nothing was heard since the lease that is named; void if it has been renewed meanwhile. Of an
   * attempt that was never sent it is a firm end, of any other a doubt.
   */
  | {
      type: 'lost'
      placementKey: string
      at: Temporal.Instant
      source: 'timeout'
      leaseExpiresAt: Temporal.Instant
    }

const historySchema = z.array(attemptNewsSchema).catch([])

/** A provider that repeats itself for ever must not make a row grow for ever. */
export const longestHistory = 200

export function newsEntry(entry: {
  at: Temporal.Instant
  source: AttemptNews['source']
  event: string
  applied: boolean
}): AttemptNews {
  return { ...entry, at: toIso(entry.at) }
}

export const historyOf = (stored: unknown): AttemptNews[] => historySchema.parse(stored)

/** An attempt's stored history with one entry more. */
export function withNews(stored: unknown, entry: AttemptNews): AttemptNews[] {
  const history = historyOf(stored)
  return history.length < longestHistory ? [...history, entry] : history
}

/** What news write onto their attempt; `status` is the call's after them. */
export function attemptColumns(
  attempt: AttemptRow,
  news: NewsOfAttempt,
  { status, now }: { status: CallStatus; now: Temporal.Instant },
) {
  // A provider's clock may be wrong, but an attempt neither starts before we asked nor ends later than now.
  const at = toDate(clamp(news.at, toInstant(attempt.requestedAt), now))
  const columns = { status, ...boundId(attempt, news) }
  if (news.type === 'lost') {
    return wasSent(attempt)
      ? { ...columns, outcome: 'unknown', endedAt: at }
      : { ...columns, outcome: 'provider_error', endedAt: at, errorMessage: neverSent }
  }
  if (news.type === 'ended') {
    const errorMessage = news.errorMessage ?? null
    return { ...columns, outcome: news.outcome, endedAt: at, errorMessage }
  }
  // One that was given up is on the line after all, and may have rung or been answered before.
  const live = { ...columns, outcome: null, endedAt: null, leaseExpiresAt: toDate(leaseAfter(now)) }
  return news.type === 'ringing'
    ? { ...live, ringingAt: attempt.ringingAt ?? at }
    : { ...live, answeredAt: attempt.answeredAt ?? at }
}

const neverSent = 'The call was not sent: the server that had claimed it stopped before.'

/** Whether the provider may have been asked; where not, surely nothing rang. */
export const wasSent = (attempt: AttemptRow) =>
  attempt.sentAt !== null || attempt.providerCallId !== null || attempt.acceptedAt !== null

/** We asked and were told what we knew. */
export const isMereAnswer = (attempt: AttemptRow, news: NewsOfAttempt) =>
  news.source === 'look_up' &&
  ((news.type === 'ringing' && attempt.ringingAt !== null) ||
    (news.type === 'answered' && attempt.answeredAt !== null))

/** The first word from the provider may be the one that names its id. */
export const boundId = (attempt: AttemptRow, news: NewsOfAttempt) =>
  attempt.providerCallId === null && news.type !== 'lost' && news.providerCallId !== null
    ? { providerCallId: news.providerCallId }
    : {}

/** The very delivery that was taken in before. */
export const isRepeated = (attempt: AttemptRow, news: NewsOfAttempt) =>
  news.type !== 'lost' && news.receipt !== undefined && attempt.receipts.includes(news.receipt)

export const receiptColumn = (news: NewsOfAttempt) =>
  news.type !== 'lost' && news.receipt !== undefined ? { receipts: { push: news.receipt } } : {}

/** Speaks of another line than the one this attempt opened. */
export const isForeign = (attempt: AttemptRow, news: NewsOfAttempt) =>
  news.type !== 'lost' &&
  news.providerCallId !== null &&
  attempt.providerCallId !== null &&
  attempt.providerCallId !== news.providerCallId

export const told = (attempt: AttemptRow, news: NewsOfAttempt, applied: boolean) =>
  withNews(
    attempt.history,
    newsEntry({ at: news.at, source: news.source, event: eventWord(attempt, news), applied }),
  )

function eventWord(attempt: AttemptRow, news: NewsOfAttempt): string {
  if (news.type === 'ended') return `ended: ${news.outcome}`
  return news.type === 'lost' && !wasSent(attempt) ? 'never sent' : news.type
}

function clamp(at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant) {
  if (Temporal.Instant.compare(at, from) < 0) return from
  return Temporal.Instant.compare(at, to) > 0 ? to : at
}
