import { z } from 'zod'
import { type TranscriptSegment, transcriptSegmentSchema } from './call.schema.ts'
import { callScriptSchema } from './call-script.schema.ts'
import type { AttemptOutcome } from './call-status.ts'
import { type ConversationLanguage, conversationLanguageSchema } from './conversation-language.ts'

/** What the conversation waits for. */
export const conversationSteps = [
  'consent',
  'nps',
  'reason',
  'good',
  'better',
  'call_back',
  'over',
] as const
export type ConversationStep = (typeof conversationSteps)[number]

/** How it came to an end. */
export const conversationEndings = [
  'thanked',
  'opted_out',
  'call_later',
  'gave_up',
  'hung_up',
  'voicemail',
] as const
export type ConversationEnding = (typeof conversationEndings)[number]

const atMs = z.int().min(0)
const fact = z.string().nullable()

/**
 * Everything that the conversation remembers between two answers, as JSON. It carries the script and
 * the facts, so that a script saved meanwhile changes nothing for those on the line; and so it also
 * carries a customer's name and words, and is to be erased with them.
 */
export const conversationStateSchema = z.strictObject({
  script: callScriptSchema,
  facts: z.strictObject({
    customerName: fact,
    organizationName: z.string(),
    vehicle: fact,
    advisorName: fact,
  }),
  language: conversationLanguageSchema,
  step: z.enum(conversationSteps),
  /** Null until it is over. */
  ending: z.enum(conversationEndings).nullable(),
  /** How often the present question was not answered. */
  misses: z.int().min(0),
  /** How many questions for own words were met with silence, one after another. */
  quietStories: z.int().min(0),
  npsScore: z.int().min(0).max(10).nullable(),
  wantsCallBack: z.boolean().nullable(),
  /** Null until answered; false also when taken back, and the recording is then to be deleted. */
  consentToRecording: z.boolean().nullable(),
  isRecording: z.boolean(),
  /** When recording was asked for, counted from the answer. */
  recordedFromMs: atMs.nullable(),
  segments: z.array(transcriptSegmentSchema),
  /** When the present turn began, and the first segment that it says. */
  turnAtMs: atMs,
  turnSegment: z.int().min(0),
})
export type ConversationState = z.infer<typeof conversationStateSchema>

const keysHeardSchema = z.strictObject({
  type: z.literal('keys'),
  keys: z.string().regex(/^[0-9*#]{0,32}$/, { error: 'Keys are 0 to 9, * and #' }),
})
const speechHeardSchema = z.strictObject({
  type: z.literal('speech'),
  text: z.string().max(10_000),
  /** From 0 to 1, as far as the recognizer says. */
  confidence: z.number().min(0).max(1).optional(),
})
const silenceHeardSchema = z.strictObject({ type: z.literal('silence') })
const hungUpHeardSchema = z.strictObject({ type: z.literal('hung_up') })

/** What came from the line, before it is known how long the call has lasted. */
export const heardSchema = z.discriminatedUnion('type', [
  keysHeardSchema,
  speechHeardSchema,
  silenceHeardSchema,
  hungUpHeardSchema,
])
export type Heard = z.infer<typeof heardSchema>

/** What came from the line; `atMs` counts from the answer. */
export type ConversationInput = Heard & { atMs: number }

export type Saying = { language: ConversationLanguage; text: string }

/** What to do now: say, see to the recording, and then listen or hang up. */
export type Turn = {
  state: ConversationState
  say: Saying[]
  /** True while it should run; 'stop' once, when what was recorded is no longer wanted. */
  record: boolean | 'stop'
  next:
    | {
        type: 'listen'
        /** The most keys of an answer; null where keys mean nothing. */
        keys: { maxDigits: number } | null
        speech: boolean
        /** Words to expect, for the recognizer. */
        hints: string[]
        /** How long to wait for an answer to begin. */
        timeoutSec: number
        /** The pause that ends a spoken answer: longer where people tell something. */
        pauseSec: number
      }
    | { type: 'hang_up' }
}

/** What a conversation brought, at any moment of it; one that is not over counts as hung up. */
export type ConversationAnswers = {
  outcome: Extract<
    AttemptOutcome,
    'answered' | 'opted_out' | 'voicemail' | 'no_answer' | 'rejected'
  >
  ending: ConversationEnding | null
  language: ConversationLanguage
  npsScore: number | null
  wantsCallBack: boolean | null
  consentToRecording: boolean | null
  /** Where the recording begins in the times of the segments; null without one. */
  recordedFromMs: number | null
  /** In the customer's own words; keys stand in brackets. Times are estimated from the answers'. */
  segments: TranscriptSegment[]
}
