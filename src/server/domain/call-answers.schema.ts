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

/** What became of each call of a change in bulk, in their order; one that was not changed says why. */
export const bulkAnswerSchema = z.object({
  results: z.array(
    z.discriminatedUnion('isDone', [
      /** `isChanged` false: it was so already. */
      z.object({ isDone: z.literal(true), isChanged: z.boolean() }),
      z.object({ isDone: z.literal(false), reason: z.string() }),
    ]),
  ),
})
export type BulkResult = z.infer<typeof bulkAnswerSchema>['results'][number]

/** Every gate of one call at one instant. */
export const whyNotNowSchema = z.object({
  eligible: z.boolean(),
  gates: z.array(gateResultSchema),
  /** Null when no passing of time opens the closed gates. */
  nextEligibleAt: instantSchema.nullable(),
  /** At the latest; where it is held for a reason that is gone, though every gate passes. */
  releasedBy: instantSchema.nullable(),
  /** From when on it waits for nothing but a free line, which nobody can foretell; else null. */
  waitsForLineFrom: instantSchema.nullable(),
  evaluatedAt: instantSchema,
})

/** What would become of a wish to be called at an instant; nothing is changed by asking. */
export const wishCheckSchema = z.object({
  /** Every zone the customer may be in; empty when unknown. */
  customerZones: z.array(z.string()),
  isWithinWindows: z.boolean(),
  /** Where the schedule would move the call to; null where it never opens for this customer. */
  movesTo: instantSchema.nullable(),
  /** Rules closed at the wished instant, of those that a passing minute does not open. */
  closed: z.array(gateResultSchema),
  /** Nobody can have the call placed at that instant, a manager included. */
  isWalled: z.boolean(),
  /** The wish would be refused, whatever the schedule would make of it. */
  isRefused: z.boolean(),
})
export type WishCheck = z.infer<typeof wishCheckSchema>
