import { z } from 'zod'

/** What the other end of the line does. */
export const customerSchema = z.object({
  /**
   * `hangs_up`: answers and hangs up before a word is said. `machine`: a voicemail that plays its
   * greeting and then listens.
   */
  answers: z.enum(['human', 'machine', 'hangs_up', 'busy', 'no_answer', 'failed', 'nowhere']),
  /** What a human says to each <Gather>, in turn; silence once they are used up. */
  replies: z
    .array(
      z.union([
        z.object({ keys: z.string() }),
        z.object({ speech: z.string(), confidence: z.number().optional() }),
        z.literal('silence'),
        z.literal('hang_up'),
      ]),
    )
    .default([]),
})
export type Customer = z.infer<typeof customerSchema>

/**
 * What becomes of a request for a call.
 * `drop`: accepted, and the line cut before the answer. `hang`: accepted, and never answered.
 * `error_after`: accepted, and answered 500. `error_before`: answered 500 and not accepted.
 * `too_many`: answered 429. `invalid`: answered 400 with code 21211.
 */
export const faultSchema = z.enum([
  'drop',
  'hang',
  'error_after',
  'error_before',
  'too_many',
  'invalid',
])
export type Fault = z.infer<typeof faultSchema>

const range = z.tuple([z.number(), z.number()])

export const optionsSchema = z.object({
  accountSid: z.string(),
  authToken: z.string(),
  /** Every accepted call, one JSON object a line, on the disk before it is answered. */
  ledgerFile: z.string(),
  seed: z.string().default('stand-in'),
  port: z.number().default(0),
  /** Milliseconds from accepting to dialing and to ringing, of ringing, and between two turns. */
  dialMs: range.default([5, 40]),
  ringMs: range.default([20, 120]),
  turnMs: range.default([0, 5]),
  /** Of requests for calls, by chance; the rest is answered as it should be. */
  faultRates: z.partialRecord(faultSchema, z.number()).default({}),
  /** Twilio promises neither order nor once. */
  callbacks: z
    .object({
      loseRate: z.number(),
      /** A callback is repeated up to as many times. */
      repeats: z.number(),
      /** Each delivery waits up to as long, so that they overtake each other. */
      delayMs: z.number(),
    })
    .default({ loseRate: 0, repeats: 0, delayMs: 0 }),
  /** Shares of numbers of which nothing else was said; the rest answers and hangs up. */
  shares: z
    .object({ busy: z.number(), no_answer: z.number(), failed: z.number() })
    .default({ busy: 0.1, no_answer: 0.2, failed: 0.05 }),
})
export type StandInOptions = z.infer<typeof optionsSchema>
export type StandInOptionsInput = z.input<typeof optionsSchema>
