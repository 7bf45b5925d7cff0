import { z } from 'zod'
import { callTabSchema, givenInstantSchema, uuidSchema } from './call.schema.ts'
import {
  callSortKeys,
  nobody,
  outcomeFilters,
  scoreFilters,
  statusFilters,
} from './call-filter-choices.ts'
import { timeZoneSchema } from './time-zone.schema.ts'

/** What narrows a list of calls; absent fields do not narrow. Date range is over `dateOf(call)`. */
export const callFilterSchema = z.object({
  search: z.string().trim().min(1).max(100).optional(),
  /** `none`: visits without an advisor. */
  serviceAdvisorId: uuidSchema.or(z.literal(nobody)).optional(),
  serviceType: z.string().max(1000).optional(),
  /** To the letter; empty: visits of which the make is not known. */
  vehicleMake: z.string().max(1000).optional(),
  /** What the customer praised, or blamed, to the letter; of a visit, only the call that tells it (`isNewestAnswered`). */
  praised: z.string().max(1000).optional(),
  blamed: z.string().max(1000).optional(),
  tag: z.string().max(50).optional(),
  scoreBand: z.enum(scoreFilters).optional(),
  status: z.enum(statusFilters).optional(),
  /** `none`: it is not known how it ended. */
  outcome: z.enum(outcomeFilters).optional(),
  /** Whether an attempt will be made by itself. */
  hasNextAttempt: z.boolean().optional(),
  /** Whether it is due and waits for a person, as without a time zone. */
  isHeld: z.boolean().optional(),
  attemptCount: z.number().int().min(0).max(1000).optional(),
  campaignId: uuidSchema.optional(),
  isDemo: z.boolean().optional(),
  isSample: z.boolean().optional(),
  from: givenInstantSchema.optional(),
  to: givenInstantSchema.optional(),
  firstTriedFrom: givenInstantSchema.optional(),
  firstTriedTo: givenInstantSchema.optional(),
  /** The hour of the first attempt on the clock of `timeZone`, UTC without one. */
  firstTriedHour: z.number().int().min(0).max(23).optional(),
  timeZone: timeZoneSchema.optional(),
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
  /** The page after this mark, as `nextCursor` gave it: it may hold the longest name. */
  cursor: z.string().max(3000).nullish(),
})
