import { z } from 'zod'
import {
  callSchema,
  gateResultSchema,
  instantSchema,
  tabCountsSchema,
  uuidSchema,
} from './call.schema.ts'
import { cursorSchema } from './feed.schema.ts'

/** One page of a tab; `feedCursor` is where the live feed goes on from exactly these rows. */
export const callPageSchema = z.object({
  calls: z.array(callSchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
  feedCursor: cursorSchema,
  counts: tabCountsSchema,
})
export type CallPage = z.infer<typeof callPageSchema>

const choiceSchema = z.object({ id: uuidSchema, name: z.string() })

/** The values by which an organization's calls can be filtered. */
export const callFacetsSchema = z.object({
  serviceAdvisors: z.array(choiceSchema),
  serviceTypes: z.array(z.string()),
  tags: z.array(z.string()),
  campaigns: z.array(choiceSchema),
})
export type CallFacets = z.infer<typeof callFacetsSchema>

/** Every gate of one call at one instant. */
export const whyNotNowSchema = z.object({
  eligible: z.boolean(),
  gates: z.array(gateResultSchema),
  /** Null when no passing of time opens the closed gates. */
  nextEligibleAt: instantSchema.nullable(),
  evaluatedAt: instantSchema,
})
