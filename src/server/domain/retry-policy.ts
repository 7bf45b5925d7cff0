import { Temporal } from 'temporal-polyfill'
import type { CallOutcome } from './call-status.ts'
import {
  type CallingCalendar,
  HORIZON_DAYS,
  nextAllowedInstant,
  nextOpening,
} from './calling-window.ts'
import { describeDate, describeInstant } from './local-time.ts'
import { isRetryOutcome, retryDelayMinutes } from './retry-delay.ts'

export type EndedAttempt = {
  outcome: CallOutcome
  /** 1 for the call's first attempt. */
  attemptNumber: number
  endedAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  /** The first instant after the call's campaign. */
  campaignEndsAt?: Temporal.Instant | null
  calendar: CallingCalendar
  /** Every zone the customer may be in; where it is empty, only the schedule's own windows count. */
  customerZones: readonly string[]
}

export type RetryDecision = {
  /** When the call is tried again, or null for never. */
  retryAt: Temporal.Instant | null
  /** When it would be if every hour were open; null where it is not tried again. */
  wishedAt: Temporal.Instant | null
  /** Where it is given up, fit to be kept and read on any day. */
  reason: string
}

const OUTCOME_WORDS: Record<CallOutcome, string> = {
  answered: 'Answered',
  no_answer: 'No answer',
  busy: 'Busy',
  voicemail: 'Voicemail',
  rejected: 'Rejected',
  invalid_number: 'Invalid number',
  provider_error: 'Provider error',
  opted_out: 'Opted out',
  expired: 'Expired',
  canceled: 'Canceled',
  unknown: 'Outcome unknown',
}

/**
 * The n-th attempt waits for the n-th delay of its outcome, and for the last one where the list is
 * shorter. A try that would fall outside a window moves to the next window's start: 17:00 plus 2 h
 * with windows to 18:00 becomes the next day's opening.
 */
export function nextAttempt(attempt: EndedAttempt): RetryDecision {
  const { outcome, attemptNumber, endedAt, calendar } = attempt
  const { config } = calendar
  const word = OUTCOME_WORDS[outcome]
  const giveUp = (why: string): RetryDecision => ({
    retryAt: null,
    wishedAt: null,
    reason: `${word}: ${why}`,
  })
  const say = (at: Temporal.Instant) => describeInstant(at, config.timeZone, endedAt)

  if (!isRetryOutcome(outcome)) return giveUp('never tried again by itself')
  const delayMinutes = retryDelayMinutes(config, { outcome, attemptNumber })
  if (delayMinutes === undefined) return giveUp('the schedule sets no retry')
  if (attemptNumber >= config.maxAttempts) {
    return giveUp(`no attempts left after ${attemptNumber} of ${config.maxAttempts}`)
  }

  const wishedAt = endedAt.add({ minutes: delayMinutes })
  const retryAt = firstAllowed(attempt, wishedAt)
  if (!retryAt) return giveUp(`no window opens in the next ${HORIZON_DAYS} days`)
  const end = soonestEnd(attempt)
  if (end && Temporal.Instant.compare(end.at, retryAt) <= 0) {
    const when = (at: Temporal.Instant) => describeDate(at, config.timeZone, endedAt)
    return giveUp(`the next try ${when(retryAt)} would be after the ${end.word} ${when(end.at)}`)
  }
  const moved = retryAt.equals(wishedAt) ? '' : `, as ${say(wishedAt)} is outside calling hours`
  return { retryAt, wishedAt, reason: `${word}: next try ${say(retryAt)}${moved}` }
}

function soonestEnd({ expiresAt, campaignEndsAt }: EndedAttempt) {
  const expiry = expiresAt && { at: expiresAt, word: 'expiry' }
  const campaign = campaignEndsAt && { at: campaignEndsAt, word: 'end of the campaign' }
  if (!expiry || !campaign) return expiry ?? campaign
  return Temporal.Instant.compare(campaign.at, expiry.at) < 0 ? campaign : expiry
}

function firstAllowed({ calendar, customerZones }: EndedAttempt, from: Temporal.Instant) {
  return customerZones.length === 0
    ? nextOpening(calendar, from)
    : nextAllowedInstant({ calendar, customerZones, from })
}
