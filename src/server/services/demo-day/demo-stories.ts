import { Temporal } from 'temporal-polyfill'
import type { CallOutcome, CallStatus } from '../../domain/call-status.ts'
import { nextAllowedInstant } from '../../domain/calling-window.ts'
import type { Conversation } from '../../telephony/simulator/conversation.ts'
import {
  type DemoAttempt,
  type DemoWorld,
  makeAttempt,
  makeMisses,
  retryAfter,
} from './demo-attempts.ts'

/** What happened to one visit so far; `call` is null where the visit is too old for one. */
export type DemoStory = {
  completedAt: Temporal.Instant
  call: {
    status: CallStatus
    outcome: CallOutcome | null
    firstDueAt: Temporal.Instant
    dueAt: Temporal.Instant | null
    /** When the next attempt would be made if every hour were open, where that is another instant. */
    wishedAt?: Temporal.Instant | null
    expiresAt: Temporal.Instant
    attempts: DemoAttempt[]
    /** When the call last changed without an attempt. */
    closedAt?: Temporal.Instant
    notes?: string
  } | null
}

/** An instant some days ago, at a minute of that local day. */
function localInstant({ now, timeZone }: DemoWorld, daysAgo: number, minute: number) {
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: daysAgo })
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
}

const minuteOf = ({ timeZone }: DemoWorld, at: Temporal.Instant) => {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone)
  return hour * 60 + minute
}

/** When the workshop was done, so that its delay is over at `callAt` and nobody worked at night. */
function visitEndBefore(world: DemoWorld, callAt: Temporal.Instant): Temporal.Instant {
  const { random, calendar, now } = world
  const delayOver = callAt.subtract({ minutes: calendar.config.delayAfterServiceMinutes + 5 })
  const landed = now.subtract({ minutes: 15 })
  const latest = Temporal.Instant.compare(delayOver, landed) < 0 ? delayOver : landed
  const latestMinute = Math.min(minuteOf(world, latest), 18 * 60)
  const daysAgo = daysBetween(world, latest)
  const isSameDay = latestMinute > 9 * 60 && random.chance(0.4)
  return isSameDay
    ? localInstant(world, daysAgo, random.whole(8 * 60, latestMinute))
    : localInstant(world, daysBetween(world, callAt) + 1, random.whole(11 * 60, 17 * 60 + 45))
}

const daysBetween = ({ now, timeZone }: DemoWorld, at: Temporal.Instant) =>
  at
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .until(now.toZonedDateTimeISO(timeZone).toPlainDate()).days

const expiryOf = ({ calendar }: DemoWorld, completedAt: Temporal.Instant) =>
  completedAt.add({ hours: calendar.config.expireAfterHours })

/** An instant of a day on which a call was placed; today only what is over. */
function pastCallAt(world: DemoWorld, daysAgo: number): Temporal.Instant {
  const { random, now } = world
  const latest = daysAgo === 0 ? minuteOf(world, now) - 6 : 19 * 60 + 30
  return localInstant(world, daysAgo, random.whole(8 * 60 + 5, latest)).add({
    milliseconds: random.whole(0, 59_999),
  })
}

export function completedStory(
  world: DemoWorld,
  input: { daysAgo: number; misses: number; conversation: Conversation },
): DemoStory {
  const { conversation } = input
  const firstAt = pastCallAt(world, input.daysAgo)
  const completedAt = visitEndBefore(world, firstAt)
  const expiresAt = expiryOf(world, completedAt)
  const missed = makeMisses(world, { count: input.misses, firstAt, expiresAt })
  const answeredAt = missed.nextAt
  const answer = (requestedAt: Temporal.Instant, number: number) =>
    makeAttempt(world, { number, requestedAt, outcome: conversation.outcome, conversation })
  // Retries that would lie in the future leave a call that was answered at once.
  const isOver = answeredAt !== null && answeredAt.epochMilliseconds < endOfPast(world)
  const attempts = isOver
    ? [...missed.attempts, answer(answeredAt, missed.attempts.length + 1)]
    : [answer(firstAt, 1)]
  return {
    completedAt,
    call: {
      status: 'completed',
      outcome: conversation.outcome,
      firstDueAt: firstAt,
      dueAt: null,
      expiresAt,
      attempts,
    },
  }
}

const endOfPast = ({ now }: DemoWorld) => now.epochMilliseconds - 240_000

/** A call that was tried once and failed at `requestedAt`; what follows is up to the schedule. */
export function triedOnceStory(
  world: DemoWorld,
  input: {
    requestedAt: Temporal.Instant
    outcome: DemoAttempt['outcome']
    status: CallStatus
    notes?: string
  },
): DemoStory {
  const { requestedAt, outcome, status, notes } = input
  const completedAt = visitEndBefore(world, requestedAt)
  const expiresAt = expiryOf(world, completedAt)
  const attempt = makeAttempt(world, { number: 1, requestedAt, outcome })
  const { retryAt, wishedAt } = retryAfter(world, attempt, expiresAt)
  return {
    completedAt,
    call: {
      status,
      outcome,
      firstDueAt: requestedAt,
      expiresAt,
      attempts: [attempt],
      notes,
      dueAt: retryAt,
      wishedAt,
    },
  }
}

/** Nobody answered until the attempts were used up. */
export function usedUpStory(world: DemoWorld, daysAgo: number): DemoStory {
  const firstAt = pastCallAt(world, daysAgo)
  const completedAt = visitEndBefore(world, firstAt)
  const expiresAt = expiryOf(world, completedAt)
  const count = world.calendar.config.maxAttempts
  const { attempts, nextAt } = makeMisses(world, { count, firstAt, expiresAt })
  const outcome = attempts.at(-1)?.outcome ?? null
  return {
    completedAt,
    call: {
      status: 'missed',
      outcome,
      firstDueAt: firstAt,
      dueAt: nextAt,
      expiresAt,
      attempts,
    },
  }
}

export function readyStory(world: DemoWorld, dueAt: Temporal.Instant): DemoStory {
  const { calendar, timeZone } = world
  const allowed = nextAllowedInstant({ calendar, customerZones: [timeZone], from: dueAt }) ?? dueAt
  const completedAt = visitEndBefore(world, dueAt)
  const expiresAt = expiryOf(world, completedAt)
  const times = { firstDueAt: allowed, dueAt: allowed, wishedAt: dueAt, expiresAt }
  return { completedAt, call: { status: 'ready', outcome: null, ...times, attempts: [] } }
}

export function canceledStory(world: DemoWorld, daysAgo: number): DemoStory {
  const firstDueAt = pastCallAt(world, daysAgo)
  const completedAt = visitEndBefore(world, firstDueAt)
  return {
    completedAt,
    call: {
      status: 'canceled',
      outcome: 'canceled',
      firstDueAt,
      dueAt: null,
      attempts: [],
      expiresAt: expiryOf(world, completedAt),
      closedAt: firstDueAt.subtract({ minutes: 12 }),
      notes: 'The customer wrote to us already; no need to call.',
    },
  }
}

/** A visit that reached Ringback too late for a call. */
export function oldVisitStory(world: DemoWorld, daysAgo: number): DemoStory {
  const minute = world.random.whole(9 * 60, 17 * 60)
  return { completedAt: localInstant(world, daysAgo, minute), call: null }
}

/** Some minutes ago, but no earlier than the opening of that day's window. */
export function pastAt(world: DemoWorld, minutesAgo: number): Temporal.Instant {
  const at = world.now.subtract({ seconds: Math.round(minutesAgo * 60) })
  const opened = localInstant(world, daysBetween(world, at), 8 * 60 + 1)
  return Temporal.Instant.compare(at, opened) < 0 ? opened : at
}
