import type { Temporal } from 'temporal-polyfill'

export const callStatuses = [
  'ready',
  'placing',
  'ringing',
  'in_progress',
  'completed',
  'missed',
  'failed',
  'unknown',
  'canceled',
] as const
/** Where a call stands. */
export type CallStatus = (typeof callStatuses)[number]

export const callOutcomes = [
  'answered',
  'no_answer',
  'busy',
  'voicemail',
  'rejected',
  'invalid_number',
  'provider_error',
  'opted_out',
  'expired',
  'canceled',
  'unknown',
] as const
/** How a call's last attempt ended. */
export type CallOutcome = (typeof callOutcomes)[number]

export const liveStatuses = ['placing', 'ringing', 'in_progress'] as const
/** The statuses in which a line may be open. */
export type LiveStatus = (typeof liveStatuses)[number]
export const isLive = (status: CallStatus): status is LiveStatus =>
  liveStatuses.some((live) => live === status)

/** An attempt may still come, if the call is due at all. */
export const waitingStatuses: readonly CallStatus[] = ['ready', 'missed', 'failed']
export const isWaiting = (status: CallStatus): boolean => waitingStatuses.includes(status)

export const callTabs = ['ready', 'missed', 'completed'] as const
export type CallTab = (typeof callTabs)[number]

/** The statuses that a tab shows. */
export const statusesOfTab: Record<CallTab, readonly CallStatus[]> = {
  ready: ['ready', ...liveStatuses],
  missed: ['missed', 'failed', 'unknown'],
  completed: ['completed'],
}

/** A call was made, or its time passed: what reach is counted of. */
export const endedStatuses: readonly CallStatus[] = [
  ...statusesOfTab.completed,
  ...statusesOfTab.missed,
]

/** The tab in which a status shows; null for canceled calls, which only a filter reaches. */
export const tabOf = (status: CallStatus): CallTab | null =>
  callTabs.find((tab) => statusesOfTab[tab].includes(status)) ?? null

/** How an attempt can end, with the status that this gives the call. */
const statusAfterOutcome = {
  answered: 'completed',
  opted_out: 'completed',
  no_answer: 'missed',
  busy: 'missed',
  voicemail: 'missed',
  rejected: 'missed',
  invalid_number: 'failed',
  provider_error: 'failed',
} as const satisfies Partial<Record<CallOutcome, CallStatus>>
export type AttemptOutcome = keyof typeof statusAfterOutcome
export const attemptOutcomes = Object.keys(statusAfterOutcome) as readonly AttemptOutcome[]

/** What a claim takes from a call, and a withdrawn one gives back. */
export type ClearedByClaim = {
  startTime: Temporal.Instant | null
  isAllowedOutsideWindows: boolean
}

/** What can happen to a call. Every event is a past fact. */
export type CallEvent =
  /** The dispatcher claimed the call and will ask the provider to place it. */
  | { type: 'attempt_claimed' }
  | { type: 'ringing' }
  | { type: 'answered' }
  /**
   * The attempt is over. `retryAt` is the next attempt that the schedule allows, null for none, and
   * `retryWishedAt` when it would be made if every hour were open.
   */
  | {
      type: 'attempt_ended'
      outcome: AttemptOutcome
      retryAt: Temporal.Instant | null
      retryWishedAt: Temporal.Instant | null
      talkSec: number | null
    }
  /** Nobody knows whether the line was opened; only a person or the provider's word ends the doubt. */
  | { type: 'contact_lost' }
  /** Asked about an unknown call, the provider says that its line is open. */
  | { type: 'contact_regained'; status: 'ringing' | 'in_progress' }
  /** A person judged an unknown call: it rang, so it counts as missed and is not tried again. */
  | { type: 'judged_as_rung' }
  /** A gate moved the call to a later instant. */
  | { type: 'deferred'; dueAt: Temporal.Instant }
  /** A changed schedule moved the call, to an earlier or a later instant. */
  | { type: 'replanned'; dueAt: Temporal.Instant; wishedAt?: Temporal.Instant }
  /** A gate that no passing of time opens holds the call until a person acts. */
  | { type: 'held'; reason: string }
  | { type: 'released' }
  /** Outside the windows only where a manager allowed it, for this one attempt. */
  | {
      type: 'rescheduled'
      dueAt: Temporal.Instant
      /** What was wished for, where the windows moved it. */
      wishedAt?: Temporal.Instant
      isAllowedOutsideWindows?: boolean
    }
  /** A person asked for one more attempt; the call goes back to Ready. */
  | { type: 'retried'; dueAt: Temporal.Instant }
  | { type: 'expired' }
  /** The customer opted out before the line was opened; a claimed attempt is not sent. */
  | { type: 'opted_out' }
  /**
   * Calling was paused before a claimed attempt was sent: but for the number of attempts, the call is
   * as it was before the claim.
   */
  | {
      type: 'attempt_withdrawn'
      resumesAt: Temporal.Instant | null
      cleared: ClearedByClaim
    }
  /** Another call of the same number is placed and asks about this visit too. */
  | { type: 'covered' }
  | { type: 'canceled' }
  /** A person took back what was done to the call; it stands again as it did before. */
  | { type: 'restored'; plan: CallPlan }
export type CallEventType = CallEvent['type']

/** The columns that events change. */
export type CallState = {
  status: CallStatus
  outcome: CallOutcome | null
  dueAt: Temporal.Instant | null
  /** The earliest instant wished for, whatever the schedule says; null where `dueAt` is. */
  notBefore: Temporal.Instant | null
  heldReason: string | null
  /** A manager set the next attempt outside the windows; quiet hours hold all the same. */
  isAllowedOutsideWindows: boolean
  scheduledTime: Temporal.Instant | null
  startTime: Temporal.Instant | null
  endTime: Temporal.Instant | null
  durationSec: number | null
  attemptCount: number
}

/** What a person's retry, reschedule or cancel changes, and what taking it back restores. */
export type CallPlan = Pick<
  CallState,
  | 'status'
  | 'outcome'
  | 'dueAt'
  | 'notBefore'
  | 'heldReason'
  | 'isAllowedOutsideWindows'
  | 'scheduledTime'
>

export type Transition = { ok: true; patch: Partial<CallState> } | { ok: false; reason: string }

/** From which statuses each event may happen. Everything else is illegal. */
export const legalFrom: Record<CallEventType, readonly CallStatus[]> = {
  attempt_claimed: waitingStatuses,
  ringing: ['placing'],
  answered: ['placing', 'ringing'],
  // A provider's word about an unknown call ends the doubt.
  attempt_ended: [...liveStatuses, 'unknown'],
  contact_lost: liveStatuses,
  contact_regained: ['unknown'],
  attempt_withdrawn: ['placing'],
  judged_as_rung: ['unknown'],
  deferred: waitingStatuses,
  replanned: waitingStatuses,
  held: waitingStatuses,
  released: waitingStatuses,
  rescheduled: ['ready', 'missed', 'failed', 'unknown', 'canceled'],
  retried: ['missed', 'failed', 'unknown', 'canceled'],
  expired: waitingStatuses,
  opted_out: [...waitingStatuses, 'placing'],
  covered: waitingStatuses,
  canceled: ['ready', 'missed', 'failed', 'unknown'],
  // Where a retry, a reschedule and a cancel lead to.
  restored: ['ready', 'canceled'],
}

/**
 * The only way a status changes: answers the columns to write, or why the event does not apply.
 * A call already used up (`dueAt` null) is not claimed, moved, held or expired by itself.
 */
export function transition(call: CallState, event: CallEvent, now: Temporal.Instant): Transition {
  if (!legalFrom[event.type].includes(call.status)) {
    return { ok: false, reason: `A call that is ${words(call.status)} ${refusal[event.type]}.` }
  }
  if (needsDueAt.has(event.type) && call.dueAt === null) {
    return { ok: false, reason: `A call without a next attempt ${refusal[event.type]}.` }
  }
  return { ok: true, patch: patchFor(call, event, now) }
}

const needsDueAt: ReadonlySet<CallEventType> = new Set<CallEventType>([
  'attempt_claimed',
  'deferred',
  'replanned',
  'held',
  'expired',
  'covered',
])

function patchFor(call: CallState, event: CallEvent, now: Temporal.Instant): Partial<CallState> {
  switch (event.type) {
    case 'attempt_claimed':
      return {
        status: 'placing',
        outcome: null,
        dueAt: null,
        notBefore: null,
        heldReason: null,
        isAllowedOutsideWindows: false,
        startTime: now,
        endTime: null,
        durationSec: null,
        attemptCount: call.attemptCount + 1,
      }
    case 'ringing':
      return { status: 'ringing' }
    case 'answered':
      return { status: 'in_progress' }
    case 'attempt_ended':
      return {
        status: statusAfterOutcome[event.outcome],
        outcome: event.outcome,
        dueAt: event.retryAt,
        notBefore: event.retryAt && event.retryWishedAt,
        endTime: now,
        durationSec: event.talkSec,
      }
    case 'contact_lost':
      return { status: 'unknown', outcome: 'unknown', ...unplanned, endTime: now }
    case 'contact_regained':
      return { status: event.status, outcome: null, endTime: null }
    case 'attempt_withdrawn':
      return {
        status: 'ready',
        dueAt: event.resumesAt,
        notBefore: event.resumesAt,
        startTime: event.cleared.startTime,
        isAllowedOutsideWindows: event.cleared.isAllowedOutsideWindows,
      }
    case 'judged_as_rung':
      return { status: 'missed', outcome: 'no_answer', ...unplanned }
    case 'deferred':
      return { dueAt: event.dueAt, heldReason: null }
    case 'replanned':
      return {
        dueAt: event.dueAt,
        heldReason: null,
        ...(event.wishedAt && { notBefore: event.wishedAt }),
      }
    case 'held':
      return { heldReason: event.reason }
    case 'released':
      return { heldReason: null }
    case 'rescheduled':
      return {
        ...asReady(event.dueAt),
        notBefore: event.wishedAt ?? event.dueAt,
        isAllowedOutsideWindows: event.isAllowedOutsideWindows ?? false,
      }
    case 'retried':
      return asReady(event.dueAt)
    case 'expired':
      return { status: 'missed', outcome: 'expired', ...unplanned, heldReason: null, endTime: now }
    case 'opted_out':
      return {
        status: 'canceled',
        outcome: 'opted_out',
        ...unplanned,
        heldReason: null,
        ...(call.status === 'placing' && { endTime: now }),
      }
    case 'covered':
    case 'canceled':
      return { status: 'canceled', outcome: 'canceled', ...unplanned, heldReason: null }
    case 'restored':
      return { ...event.plan }
  }
}

const unplanned = { dueAt: null, notBefore: null, isAllowedOutsideWindows: false }

const asReady = (dueAt: Temporal.Instant) => ({
  status: 'ready' as const,
  dueAt,
  notBefore: dueAt,
  scheduledTime: dueAt,
  heldReason: null,
  isAllowedOutsideWindows: false,
})

const words = (status: CallStatus) => status.replace('_', ' ')

const refusal: Record<CallEventType, string> = {
  attempt_claimed: 'cannot be placed',
  ringing: 'cannot start to ring',
  answered: 'cannot be answered',
  attempt_ended: 'has no attempt to end',
  contact_lost: 'has no open line to lose',
  contact_regained: 'is not in doubt',
  attempt_withdrawn: 'has no attempt to withdraw',
  judged_as_rung: 'is not in doubt',
  deferred: 'cannot be moved to a later time',
  replanned: 'cannot be planned anew',
  held: 'cannot be held',
  released: 'cannot be released',
  rescheduled: 'cannot be rescheduled',
  retried: 'cannot be retried',
  expired: 'cannot expire',
  opted_out: 'cannot be closed by an opt-out',
  covered: 'cannot be covered by another call',
  canceled: 'cannot be canceled',
  restored: 'cannot go back to what it was',
}
