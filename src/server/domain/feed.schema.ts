import { z } from 'zod'
import { callSchema, instantSchema, tabCountsSchema, uuidSchema } from './call.schema.ts'

/** A position in an organization's feed, `epoch:seq`; clients only hand it back. */
export const cursorSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,19}$/, 'Give a cursor as an earlier answer or message carried it.')

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
