import { z } from 'zod'
import {
  callSchema,
  callTabSchema,
  instantSchema,
  tabCountsSchema,
  uuidSchema,
} from './call.schema.ts'

/** A position in an organization's feed, `epoch:seq`; clients only hand it back. */
export const cursorSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,19}$/, 'Give a cursor as an earlier answer or message carried it.')

/**
 * What a subscriber shows; it is told of the rows that are, were or may have been in it. Absent
 * fields do not narrow.
 */
export const feedScopeSchema = z.strictObject({
  tab: callTabSchema.optional(),
  campaignId: uuidSchema.optional(),
  callId: uuidSchema.optional(),
})
export type FeedScope = z.infer<typeof feedScopeSchema>

/** What the feed sends. Whole rows and absolute counts, so that any message may be applied twice. */
export const feedMessageSchema = z.discriminatedUnion('type', [
  z.object({
    /** Always first. `recovered` false: the cursor could not be continued, fetch everything anew. */
    type: z.literal('hello'),
    recovered: z.boolean(),
    counts: tabCountsSchema,
    sentAt: instantSchema,
  }),
  z.object({
    type: z.literal('changes'),
    calls: z.array(callSchema),
    deleted: z.array(z.object({ id: uuidSchema, version: z.number().int() })),
    counts: tabCountsSchema,
    sentAt: instantSchema,
  }),
])
export type FeedMessage = z.infer<typeof feedMessageSchema>
