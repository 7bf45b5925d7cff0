import type { Temporal } from 'temporal-polyfill'
import type { AttemptOutcome } from '../../domain/call-status.ts'
import type { CallingCalendar } from '../../domain/calling-window.ts'
import { nextAttempt, type RetryDecision } from '../../domain/retry-policy.ts'
import type { Conversation } from '../../telephony/simulator/conversation.ts'
import type { SeededRandom } from './seeded-random.ts'

/** One try as it went; times as they would be in life. */
export type DemoAttempt = {
  number: number
  outcome: AttemptOutcome | 'unknown'
  requestedAt: Temporal.Instant
  acceptedAt: Temporal.Instant | null
  ringingAt: Temporal.Instant | null
  answeredAt: Temporal.Instant | null
  endedAt: Temporal.Instant
  conversation: Conversation | null
}

/** What the history of a demo day is made in. */
export type DemoWorld = {
  now: Temporal.Instant
  timeZone: string
  calendar: CallingCalendar
  random: SeededRandom
}

export function makeAttempt(
  { random, calendar }: DemoWorld,
  input: {
    number: number
    requestedAt: Temporal.Instant
    outcome: DemoAttempt['outcome']
    conversation?: Conversation
  },
): DemoAttempt {
  const { number, requestedAt, outcome, conversation = null } = input
  const after = (ms: number) => requestedAt.add({ milliseconds: Math.round(ms) })
  const acceptedMs = random.whole(180, 900)
  const ringMs = acceptedMs + random.whole(900, 2500)
  const base = { number, outcome, requestedAt, acceptedAt: after(acceptedMs), conversation }
  const silent = { ringingAt: null, answeredAt: null }
  const ringTimeoutMs = calendar.config.ringTimeoutSec * 1000
  switch (outcome) {
    case 'answered':
    case 'opted_out': {
      const answerMs = ringMs + random.whole(4000, 16_000)
      return {
        ...base,
        ringingAt: after(ringMs),
        answeredAt: after(answerMs),
        endedAt: after(answerMs + (conversation?.durationMs ?? 0)),
      }
    }
    case 'no_answer':
      return {
        ...base,
        ringingAt: after(ringMs),
        answeredAt: null,
        endedAt: after(ringMs + ringTimeoutMs),
      }
    case 'voicemail':
    case 'rejected': {
      const endedAt = after(ringMs + random.whole(5000, 15_000))
      return { ...base, ringingAt: after(ringMs), answeredAt: null, endedAt }
    }
    case 'unknown':
      // Given up when the lease and its grace had passed without a word.
      return { ...base, ...silent, acceptedAt: null, endedAt: after(46_000) }
    default:
      return { ...base, ...silent, endedAt: after(ringMs) }
  }
}

const missOutcomes = ['no_answer', 'no_answer', 'no_answer', 'busy', 'voicemail'] as const

/**
 * Tries that nobody answered, one after the other as the schedule retries them: at most `count`,
 * and none later than `now`.
 */
export function makeMisses(
  world: DemoWorld,
  input: { count: number; firstAt: Temporal.Instant; expiresAt: Temporal.Instant },
): { attempts: DemoAttempt[]; nextAt: Temporal.Instant | null } {
  const attempts: DemoAttempt[] = []
  let nextAt: Temporal.Instant | null = input.firstAt
  while (attempts.length < input.count && nextAt !== null && isOver(nextAt, world.now)) {
    const outcome = world.random.pick(missOutcomes)
    const attempt = makeAttempt(world, {
      number: attempts.length + 1,
      requestedAt: nextAt,
      outcome,
    })
    attempts.push(attempt)
    nextAt = retryAfter(world, attempt, input.expiresAt).retryAt
  }
  return { attempts, nextAt }
}

// A try takes less than two minutes.
const isOver = (requestedAt: Temporal.Instant, now: Temporal.Instant) =>
  requestedAt.epochMilliseconds + 120_000 < now.epochMilliseconds

/** When the schedule tries again after this attempt, if at all. */
export function retryAfter(
  { calendar, timeZone }: DemoWorld,
  { outcome, number, endedAt }: DemoAttempt,
  expiresAt: Temporal.Instant,
): RetryDecision {
  return nextAttempt({
    outcome,
    attemptNumber: number,
    endedAt,
    expiresAt,
    calendar,
    customerZones: [timeZone],
  })
}
