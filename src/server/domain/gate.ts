import type { Temporal } from 'temporal-polyfill'
import type { CallOutcome, CallStatus } from './call-status.ts'
import type { CallingCalendar } from './calling-window.ts'
import { describeDate, describeInstant } from './local-time.ts'

/** The rules asked before a call is placed, in the order in which they are shown. */
export const GATE_NAMES = [
  'paused',
  'auto_paused',
  'campaign',
  'call_status',
  'attempts_left',
  'do_not_call',
  'customer_time_zone',
  'due',
  'delay_after_service',
  'expired',
  'calling_window',
  'blocked_date',
  'quiet_hours',
  'recent_call',
  'active_calls',
  'calls_per_minute',
] as const

export type GateName = (typeof GATE_NAMES)[number]

/** One rule's answer about one call at one instant; the reason is fit for a person to read. */
export type Gate = {
  name: GateName
  pass: boolean
  reason: string
  /** When a gate that is closed opens again by itself; absent where nobody can know. */
  until?: Temporal.Instant
}

/** An instant, as far as it is only compared: a virtual run has too many for a Temporal.Instant each. */
export type Moment = Pick<Temporal.Instant, 'epochMilliseconds'>

/** What the gates need to know of a call. */
export type CallToJudge<At extends Moment = Temporal.Instant> = {
  status: CallStatus
  /** When it is to be placed next; null where no further try is planned. */
  dueAt: At | null
  expiresAt: At | null
  attemptCount: number
  /** How the last attempt ended; a schedule may make no retry after that. */
  outcome?: CallOutcome | null
  serviceCompletedAt: At | null
  /** Placed on the simulator only, when a presenter asks for it. */
  isDemo: boolean
  /** The customer is, as in a demo organization or a sample visit: no attempt rings anybody. */
  isInvented?: boolean
  /** A person asked for this attempt, so it may go beyond the number that is made automatically. */
  isAskedFor?: boolean
  /** Until when it may be placed outside the windows, as a manager set it; quiet hours hold. */
  outsideWindowsUntil?: At | null
  campaign?: CampaignToJudge<At> | null
}

export type CampaignToJudge<At extends Moment = Temporal.Instant> = {
  name: string
  isPaused: boolean
  startsAt: At | null
  /** The first instant after the campaign. */
  endsAt: At | null
  /** How many of its calls may be active; null where only the organization's limit counts. */
  maxActiveCalls?: number | null
}

/** What the gates need to know of the world at the instant they are asked. */
export type CallingFacts = {
  /** Of the schedule that rules this call: its campaign's own, else its organization's. */
  calendar: CallingCalendar
  /** Every zone the customer may be in; empty when unknown. */
  customerZones: readonly string[]
  /** Calls of the organization that are placing, ringing or in progress. */
  activeCalls: number
  /** Those of them that belong to the call's campaign. */
  campaignActiveCalls?: number
  /** Attempts of the organization placed in the last 60 seconds. */
  placedLastMinute: number
  /** When the oldest of those leaves the 60 seconds; a minute from now if not given. */
  minuteFreesAt?: Temporal.Instant | null
  isOnDoNotCall: boolean
  /** When another call was last placed to this number; a call's own attempts do not count. */
  lastPlacedToNumberAt: Temporal.Instant | null
  /** Another call to this number is placing, ringing or in progress. */
  isNumberOnLine?: boolean
  /** False where no simulator runs, and so a call that rings nobody cannot be placed. */
  hasSimulator?: boolean
  /** Since when the organization has paused itself after technical failures. */
  autoPausedAt?: Temporal.Instant | null
  /** When the reasons are read, if another instant is asked about: `today` in them is that day. */
  readAt?: Temporal.Instant
  /** On whose clock the reasons are read, where that is not the schedule's. */
  readIn?: string
  /** The reasons are kept and read on other days: they name dates instead of `today`. */
  isReadLater?: boolean
}

/** One call, at one instant, in one world: what every gate is asked. */
export type Question = { call: CallToJudge; facts: CallingFacts; now: Temporal.Instant }

/** Names instants as whoever reads the reasons would: on the schedule's wall clock if on no other. */
export function speakerFor({ facts, now }: Pick<Question, 'facts' | 'now'>) {
  const timeZone = facts.readIn ?? facts.calendar.config.timeZone
  const describe = facts.isReadLater ? describeDate : describeInstant
  return (at: Temporal.Instant) => describe(at, timeZone, facts.readAt ?? now)
}

export const passed = (name: GateName, reason: string): Gate => ({ name, pass: true, reason })

/** `until` null or left out says that nobody can know when the gate opens. */
export function closed(name: GateName, reason: string, until?: Temporal.Instant | null): Gate {
  return until ? { name, pass: false, reason, until } : { name, pass: false, reason }
}

/** A demo call is dialed by nobody, so the rules that protect customers' time do not apply. */
export const notAskedOfDemo = (name: GateName) => passed(name, 'Not asked of a demo call')

/** Whether the call is for the simulator alone. */
export const ringsNobody = ({ isDemo, isInvented }: Pick<CallToJudge, 'isDemo' | 'isInvented'>) =>
  isDemo || isInvented === true
