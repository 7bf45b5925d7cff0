import { z } from 'zod'
import { callTabSchema, givenInstantSchema, uuidSchema } from './call.schema.ts'
import { callStatuses } from './call-status.ts'

export const scoreBands = ['promoter', 'passive', 'detractor'] as const

export const callSortKeys = [
  'dueAt',
  'endTime',
  'customerName',
  'serviceAdvisorName',
  'npsScore',
  'rating',
] as const
export type CallSortKey = (typeof callSortKeys)[number]

/** What narrows a list of calls; absent fields do not narrow. Date range is over `dateOf(call)`. */
export const callFilterSchema = z.object({
  search: z.string().trim().min(1).max(100).optional(),
  serviceAdvisorId: uuidSchema.optional(),
  serviceType: z.string().max(100).optional(),
  tag: z.string().max(50).optional(),
  scoreBand: z.enum(scoreBands).optional(),
  status: z.enum(callStatuses).optional(),
  campaignId: uuidSchema.optional(),
  from: givenInstantSchema.optional(),
  to: givenInstantSchema.optional(),
})
export type CallFilter = z.infer<typeof callFilterSchema>

export const callSortSchema = z.object({
  key: z.enum(callSortKeys),
  direction: z.enum(['asc', 'desc']),
})
export type CallSort = z.infer<typeof callSortSchema>

export const callListInputSchema = z.object({
  tab: callTabSchema,
  filter: callFilterSchema.default({}),
  /** Absent: the tab's own order. */
  sort: callSortSchema.optional(),
  limit: z.number().int().min(1).max(200).default(50),
  /** The page after this mark, as `nextCursor` gave it. */
  cursor: z.string().max(500).nullish(),
})
