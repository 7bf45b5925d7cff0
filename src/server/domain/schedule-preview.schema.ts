import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { GATE_NAMES } from './gate.ts'
import { scheduleConfigSchema } from './schedule-config.schema.ts'

/** How long each call is assumed to hold a line in a virtual run. */
export const ASSUMED_CALL_SEC = 90

const count = z.number().int().min(0)

export const previewInputSchema = z.strictObject({
  config: scheduleConfigSchema,
  /** How long each call is assumed to hold a line. */
  callSec: z.number().int().min(1).max(3600).default(ASSUMED_CALL_SEC),
})

export const fateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), at: instantSchema }),
  /** The call `by` is placed at that instant and asks about this one's visit too. */
  z.object({ kind: z.literal('covered'), at: instantSchema, by: uuidSchema }),
  z.object({ kind: z.literal('expires') }),
  z.object({ kind: z.literal('held'), because: z.enum(GATE_NAMES) }),
  z.object({ kind: z.literal('paused') }),
])

export type WireFate = z.infer<typeof fateSchema>

export const movedCallSchema = z.object({
  callId: uuidSchema,
  customerName: z.string(),
  move: z.enum(['earlier', 'later', 'lost', 'won']),
  before: fateSchema,
  after: fateSchema,
})

export const previewResultSchema = z.object({
  counts: z.object({
    waiting: count,
    earlier: count,
    later: count,
    /** Placed today, but no more under the candidate; and the other way round. */
    lost: count,
    won: count,
    expiringBefore: count,
    expiringAfter: count,
    /** Under the candidate: those that wait for a person, and those that a pause keeps. */
    heldAfter: count,
    pausedAfter: count,
  }),
  /** Calls that would expire first, then those that move furthest; at most 50. */
  moved: z.array(movedCallSchema),
  hours: z.array(z.object({ startsAt: instantSchema, before: count, after: count })),
  clockChanges: z.array(z.object({ at: instantSchema, shiftMinutes: z.number() })),
  /** Customers whom the candidate could never call, however long they wait. */
  warnings: z.array(
    z.object({
      /** All of which have to allow a call. */
      timeZones: z.array(z.string()),
      /** Null for calls outside any campaign. */
      campaignName: z.string().nullable(),
      waiting: count,
      reason: z.string(),
    }),
  ),
})
export type PreviewResult = z.infer<typeof previewResultSchema>

/** What a preview sends: how far it is, from 0 to 1, then its result as the last message. */
export type PreviewMessage =
  | { type: 'progress'; share: number }
  | { type: 'result'; result: PreviewResult }

export const forecastSchema = z.object({
  waiting: count,
  /** Those that wait for a person, and those that a pause keeps. */
  heldCount: count,
  pausedCount: count,
  /** Calls that will expire before a line and a window are free for them; at most 100 are named. */
  unreachableCount: count,
  unreachable: z.array(
    z.object({ callId: uuidSchema, customerName: z.string(), expiresAt: instantSchema.nullable() }),
  ),
})
export type ScheduleForecast = z.infer<typeof forecastSchema>
