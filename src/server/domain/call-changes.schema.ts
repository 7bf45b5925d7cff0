import { z } from 'zod'
import { givenInstantSchema, uuidSchema } from './call.schema.ts'

const longText = z.string().trim().max(5000, 'Write at most 5,000 characters.')
/** How many tags a call may have. */
export const MAX_TAGS = 30
const tagsSchema = z
  .array(
    z.string().trim().min(1, 'A tag needs a word.').max(50, 'A tag has at most 50 characters.'),
  )
  .max(MAX_TAGS, `Give at most ${MAX_TAGS} tags.`)
  .transform((tags) => [...new Set(tags)])

const mentionsSchema = z
  .array(
    z
      .string()
      .trim()
      // A letter with its accent is one word's, however a keyboard makes it: they are counted.
      .normalize('NFC')
      .min(1, 'Say in a few words what was mentioned.')
      .max(200, 'Write at most 200 characters.'),
  )
  .max(20, 'Give at most 20 mentions.')
  .transform((mentions) => [...new Set(mentions)])

const expectedVersionSchema = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe(
    'The version that was read: 409 where the call changed since. Absent: it is not asked about.',
  )

export const callIdSchema = z.strictObject({ id: uuidSchema })

/** `dueAt` absent: the schedule decides from the end of the visit. */
export const callCreateSchema = z.strictObject({
  serviceRecordId: uuidSchema,
  dueAt: givenInstantSchema.optional(),
  notes: longText.optional(),
  tags: tagsSchema.optional(),
  campaignId: uuidSchema.optional(),
})
export type CallCreate = z.infer<typeof callCreateSchema>

/** Absent fields stay as they are; null clears. */
export const callUpdateSchema = z.strictObject({
  id: uuidSchema,
  expectedVersion: expectedVersionSchema,
  notes: longText.nullable().optional(),
  tags: tagsSchema.optional(),
  callReason: longText.nullable().optional(),
  feedbackSummary: longText.nullable().optional(),
  npsScore: z.number().int().min(0).max(10).nullable().optional(),
  rating: z.number().int().min(1).max(5).nullable().optional(),
  positiveMentions: mentionsSchema.optional(),
  areasToImprove: mentionsSchema.optional(),
})
export type CallUpdate = z.infer<typeof callUpdateSchema>

/**
 * Without `outsideWindows` an instant outside the windows moves to the next one's start. With it the
 * call is placed there all the same, which takes the right to override, and never in quiet hours.
 */
export const callRescheduleSchema = z.strictObject({
  id: uuidSchema,
  dueAt: givenInstantSchema,
  outsideWindows: z.boolean().default(false),
})

const wordSchema = tagsSchema.default([])

/** What is done to many calls at once; each is changed by itself, as if it were done alone. */
export const bulkActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('retry') }),
  z.strictObject({ type: z.literal('cancel') }),
  z.strictObject({ type: z.literal('reschedule'), dueAt: givenInstantSchema }),
  z.strictObject({ type: z.literal('tag'), add: wordSchema, remove: wordSchema }),
])
export type BulkAction = z.output<typeof bulkActionSchema>

export const MAX_BULK = 500
const idsSchema = z
  .array(uuidSchema)
  .min(1, 'Name at least one call.')
  .max(MAX_BULK, `Name at most ${MAX_BULK} calls at a time.`)

/**
 * `changeId` is made by whoever makes the change, the same for all requests of one, and names it to
 * `bulkUndoSchema`: nobody takes another's change back.
 */
export const bulkChangeSchema = z.strictObject({
  ids: idsSchema,
  action: bulkActionSchema,
  changeId: uuidSchema,
})
export const bulkUndoSchema = z.strictObject({ ids: idsSchema, changeId: uuidSchema })

/** Asks what `callRescheduleSchema` would do. */
export const callWishSchema = z.strictObject({ id: uuidSchema, dueAt: givenInstantSchema })

export const verdicts = ['it_rang', 'it_did_not_ring', 'call_again'] as const
/** What a person decides about a call of which nobody knows whether it rang. */
export type Verdict = (typeof verdicts)[number]
export const callJudgeSchema = z.strictObject({ id: uuidSchema, verdict: z.enum(verdicts) })
