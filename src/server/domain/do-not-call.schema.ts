import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'

export const doNotCallEntrySchema = z.object({
  id: uuidSchema,
  /** E.164. */
  phoneNumber: z.string(),
  reason: z.string().nullable(),
  /** Who put it here; null where the customer said so in a call, or nobody is on record. */
  addedBy: z.string().nullable(),
  createdAt: instantSchema,
})
export type DoNotCallEntry = z.infer<typeof doNotCallEntrySchema>

/** Fields that are not known here pass: the page's list sends which way it turns its pages. */
export const doNotCallListInputSchema = z.object({
  /** Part of a number or of a reason. */
  search: z.string().trim().min(1).max(100).optional(),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
})

export const doNotCallPageSchema = z.object({
  entries: z.array(doNotCallEntrySchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
})
export type DoNotCallPage = z.infer<typeof doNotCallPageSchema>

const reasonSchema = z
  .string()
  .trim()
  .min(1, 'Say why, for those who come after you.')
  .max(500, 'A reason has at most 500 characters.')

/** The number may be national; the organization's zone tells the country. */
export const doNotCallAddSchema = z.strictObject({
  phoneNumber: z.string().trim().min(1, 'Give a phone number.').max(40),
  reason: reasonSchema,
})

export const doNotCallRemoveSchema = z.strictObject({ id: uuidSchema, reason: reasonSchema })

/** The entry, and how many waiting calls it closed. */
export const doNotCallAddedSchema = z.object({
  entry: doNotCallEntrySchema,
  canceledCalls: z.number().int(),
})
