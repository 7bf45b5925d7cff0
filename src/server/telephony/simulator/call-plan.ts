import type { AttemptOutcome } from '../../domain/call-status.ts'
import type { Conversation } from './conversation.ts'
import { conversations } from './conversation-catalogue.ts'
import { randomStream } from './random-stream.ts'
import { demoScenarios, scenarioOf } from './scenarios.ts'
import { isStaged } from './stage-scenarios.ts'

/** What will happen to one simulated attempt; times are milliseconds after the provider accepted it. */
export type CallPlan = {
  /** Null where the line never rings. */
  ringAfterMs: number | null
  /** Null where nobody answers. */
  answerAfterMs: number | null
  endAfterMs: number
  outcome: AttemptOutcome
  /** Id of the conversation that is played; null where nobody answers. */
  conversationId: string | null
}

export type PlanInput = {
  seed: string
  placementKey: string
  phoneNumber: string
  /** A demo scenario's id; anything else leaves the course to the seed. */
  scenario: string | null
  ringTimeoutSec: number
}

/** The same input always gives the same plan, and a number that does not exist never comes to exist. */
export function planCall(input: PlanInput): CallPlan {
  if (isStaged(input.scenario)) return heldPlan
  const { seed, placementKey, phoneNumber, ringTimeoutSec } = input
  const ofAttempt = randomStream(`${seed}/${placementKey}`)
  const ofNumber = randomStream(`${seed}/${phoneNumber}`)
  const scenario = demoScenarios.find(({ id }) => id === scenarioOf(input.scenario).id)
  const isSure = alwaysAnswered.test(phoneNumber)
  const drawn = drawOutcome(ofNumber(), ofAttempt())
  const outcome = scenario?.outcome ?? (isSure ? 'answered' : drawn)
  const conversation = scenario
    ? conversationById(scenario.conversationId)
    : drawConversation(phoneNumber, ofAttempt)
  const ringTimeoutMs = ringTimeoutSec * 1000
  const dialMs = between(ofAttempt(), 700, 2500)
  // A presenter's audience does not wait eighteen seconds.
  const longestRingMs = scenario ? 6000 : 18_000
  const ringMs = Math.min(between(ofAttempt(), 4000, longestRingMs), ringTimeoutMs - 500)

  switch (outcome) {
    case 'answered':
    case 'opted_out': {
      if (conversation === undefined) return unanswered('no_answer', dialMs, ringTimeoutMs)
      const answerAfterMs = dialMs + ringMs
      return {
        ringAfterMs: dialMs,
        answerAfterMs,
        endAfterMs: answerAfterMs + conversation.durationMs,
        outcome: conversation.outcome,
        conversationId: conversation.id,
      }
    }
    case 'no_answer':
      return unanswered(outcome, dialMs, scenario ? Math.min(10_000, ringTimeoutMs) : ringTimeoutMs)
    case 'voicemail':
    case 'rejected':
      return unanswered(outcome, dialMs, ringMs)
    case 'busy':
    case 'invalid_number':
    case 'provider_error':
      return unanswered(outcome, dialMs, null)
  }
}

/**
 * Of a line that does nothing by itself, since it is told what happens. It is hung up long before its
 * end, unless somebody keeps it open.
 */
const heldPlan: CallPlan = {
  ringAfterMs: null,
  answerAfterMs: null,
  endAfterMs: 2 * 3_600_000,
  outcome: 'no_answer',
  conversationId: 'held',
}

/** A held line keeps to the clock on the wall, however fast the simulator's own day is. */
export const isHeld = ({ conversationId }: CallPlan): boolean =>
  conversationId === heldPlan.conversationId

function unanswered(outcome: AttemptOutcome, dialMs: number, ringMs: number | null): CallPlan {
  return {
    ringAfterMs: ringMs === null ? null : dialMs,
    answerAfterMs: null,
    endAfterMs: dialMs + (ringMs ?? 0),
    outcome,
    conversationId: null,
  }
}

const shareOfInvalidNumbers = 0.02

/** Numbers for trying things out, which belong to nobody: here somebody always answers and talks. */
const alwaysAnswered = /^\+1500555\d{4}$/

/** Shares of the attempts to numbers that exist; what remains is answered. */
const unansweredShares: readonly (readonly [AttemptOutcome, number])[] = [
  ['no_answer', 0.205],
  ['busy', 0.06],
  ['voicemail', 0.06],
  ['rejected', 0.03],
  ['provider_error', 0.01],
]

function drawOutcome(ofNumber: number, ofAttempt: number): AttemptOutcome {
  if (ofNumber < shareOfInvalidNumbers) return 'invalid_number'
  let upTo = 0
  for (const [outcome, share] of unansweredShares) {
    upTo += share
    if (ofAttempt < upTo) return outcome
  }
  return 'answered'
}

export function conversationById(id: string | null): Conversation | undefined {
  return conversations.find((conversation) => conversation.id === id)
}

const spanishPrefixes = ['+34', '+52', '+54', '+56', '+57', '+51', '+58', '+593', '+502', '+1787']
const shareOfSpanishElsewhere = 0.15
const shareOfOptOuts = 0.025

function drawConversation(phoneNumber: string, random: () => number) {
  const [language, optOut, pick] = [random(), random(), random()]
  const isSpanish =
    spanishPrefixes.some((prefix) => phoneNumber.startsWith(prefix)) ||
    language < shareOfSpanishElsewhere
  const isWilling = isSpanish || optOut >= shareOfOptOuts || alwaysAnswered.test(phoneNumber)
  const wanted = isWilling ? 'answered' : 'opted_out'
  const fitting = conversations.filter(
    (conversation) =>
      conversation.language === (isSpanish ? 'es' : 'en') && conversation.outcome === wanted,
  )
  return fitting[Math.floor(pick * fitting.length)]
}

const between = (random: number, low: number, high: number) =>
  Math.round(low + random * (high - low))
