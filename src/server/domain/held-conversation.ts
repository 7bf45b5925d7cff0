import { z } from 'zod'
import {
  type ConversationAnswers,
  conversationStateSchema,
  type Turn,
} from './conversation.schema.ts'
import { answersOf, continueConversation } from './conversation.ts'
import { conversationLanguageSchema } from './conversation-language.ts'

const turnSchema = z.strictObject({
  say: z.array(z.strictObject({ language: conversationLanguageSchema, text: z.string() })),
  record: z.union([z.boolean(), z.literal('stop')]),
  next: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('listen'),
      keys: z.strictObject({ maxDigits: z.int() }).nullable(),
      speech: z.boolean(),
      hints: z.array(z.string()),
      timeoutSec: z.number(),
      pauseSec: z.number(),
    }),
    z.strictObject({ type: z.literal('hang_up') }),
  ]),
})

/** A conversation between two turns, as it is kept with its attempt. */
export const heldConversationSchema = z.discriminatedUnion('phase', [
  z.strictObject({
    phase: z.literal('talking'),
    /** When the first turn was said, in milliseconds since 1970. */
    beganAtMs: z.number(),
    state: conversationStateSchema,
    /** What is being said, for a provider that asks for it again. */
    turn: turnSchema,
    /** Whether the recording begins with this turn. */
    startsRecording: z.boolean(),
  }),
  /** Of a call that is over, only the recording may still come. */
  z.strictObject({
    phase: z.literal('over'),
    consentToRecording: z.boolean().nullable(),
    recordedFromMs: z.number().nullable(),
  }),
])
export type HeldConversation = z.infer<typeof heldConversationSchema>
export type TalkingConversation = Extract<HeldConversation, { phase: 'talking' }>

/** A turn as it is kept, after another one or as the first. */
export function holdTurn(
  { state, ...turn }: Turn,
  before: { beganAtMs: number; wasRecording: boolean },
): TalkingConversation {
  return {
    phase: 'talking',
    beganAtMs: before.beganAtMs,
    state,
    turn,
    startsRecording: turn.record === true && !before.wasRecording,
  }
}

/** What a conversation has brought if it ends now, whether or not it was led to its end. */
export function closeConversation(held: TalkingConversation, nowMs: number): ConversationAnswers {
  const atMs = Math.max(0, Math.round(nowMs - held.beganAtMs))
  return answersOf(continueConversation(held.state, { type: 'hung_up', atMs }).state)
}

/** What is kept of it once it is over. */
export function keepForRecording(held: HeldConversation): HeldConversation {
  if (held.phase === 'over') return held
  const { consentToRecording, recordedFromMs } = held.state
  return { phase: 'over', consentToRecording, recordedFromMs }
}
