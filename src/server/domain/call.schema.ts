import { z } from 'zod'
import { callOutcomes, callStatuses, callTabs } from './call-status.ts'
import { analysisNoteSchema, evidenceSchema } from './evidence.schema.ts'

export const uuidSchema = z.uuid('Give an id in the form of a UUID.')
/** An instant on the wire: ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({
  offset: true,
  abort: true,
  error: 'Give a date and time with its zone, like 2026-11-20T17:30:00Z.',
})
/**
 * An instant that a caller gives: of a year that database, clock and wire all know, and no finer
 * than the nanosecond at which Temporal ends.
 */
export const givenInstantSchema = instantSchema
  .regex(/^[^.]+(\.\d{1,9}(?!\d).*)?$/, 'Give at most nine decimals of a second.')
  .regex(/^(19|20|21)/, 'Give a year from 1900 to 2199.')

export const vehicleInfoSchema = z.object({
  make: z.string().nullable(),
  model: z.string().nullable(),
  year: z.number().int().nullable(),
  vehicleNumber: z.string().nullable(),
  vin: z.string().nullable(),
})
export type VehicleInfo = z.infer<typeof vehicleInfoSchema>

/** A visit as the call that asks about it shows it. */
const coveredVisitSchema = z.object({
  serviceRecordId: uuidSchema,
  externalId: z.string(),
  vehicleInfo: vehicleInfoSchema,
  serviceType: z.string(),
  serviceCompletedAt: instantSchema.nullable(),
  serviceAdvisorName: z.string().nullable(),
})
export type CoveredVisit = z.infer<typeof coveredVisitSchema>

/** A call as lists, the feed and REST carry it: one flat row with the words of its visit. */
export const callSchema = z.object({
  id: uuidSchema,
  organizationId: uuidSchema,
  serviceRecordId: uuidSchema,
  externalId: z.string(),
  campaignId: uuidSchema.nullable(),
  campaignName: z.string().nullable(),
  agentId: uuidSchema.nullable(),
  agentName: z.string().nullable(),
  callType: z.string(),
  direction: z.enum(['outbound', 'inbound']),
  status: z.enum(callStatuses),
  outcome: z.enum(callOutcomes).nullable(),
  isDemo: z.boolean(),
  /**
   * The visit came with the product, and its customer is invented. Always false in an organization
   * for demonstrations, where a sample is as good as any other visit.
   */
  isSample: z.boolean(),
  phoneNumber: z.string(),
  customerName: z.string(),
  customerTimeZone: z.string().nullable(),
  vehicleInfo: vehicleInfoSchema,
  serviceType: z.string(),
  serviceCompletedAt: instantSchema.nullable(),
  serviceAdvisorId: uuidSchema.nullable(),
  serviceAdvisorName: z.string().nullable(),
  /** Further visits of the same number that this call asks about too, the oldest first. */
  coveredVisits: z.array(coveredVisitSchema),
  /** The call that asks about this visit instead; this one was canceled in its favour. */
  coveredByCallId: uuidSchema.nullable(),
  dueAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
  heldReason: z.string().nullable(),
  /** A manager set the next attempt outside the windows. */
  isAllowedOutsideWindows: z.boolean(),
  scheduledTime: instantSchema.nullable(),
  startTime: instantSchema.nullable(),
  endTime: instantSchema.nullable(),
  durationSec: z.number().int().nullable(),
  attemptCount: z.number().int(),
  /** When the first attempt was begun; null before that. */
  firstTriedAt: instantSchema.nullable(),
  npsScore: z.number().int().min(0).max(10).nullable(),
  rating: z.number().int().min(1).max(5).nullable(),
  callReason: z.string().nullable(),
  feedbackSummary: z.string().nullable(),
  overallFeedback: z.string().nullable(),
  positiveMentions: z.array(z.string()),
  areasToImprove: z.array(z.string()),
  /** The newest call of its visit that brought feedback, else that was answered: with it alone are praise and blame counted and found. */
  isNewestAnswered: z.boolean(),
  notes: z.string().nullable(),
  tags: z.array(z.string()),
  /** Where the recording plays, with ranges; null without one. */
  audioUrl: z.string().nullable(),
  /** Grows by one with every change of this call. */
  version: z.number().int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})
export type Call = z.infer<typeof callSchema>

export const transcriptSegmentSchema = z.object({
  speaker: z.enum(['agent', 'customer']),
  text: z.string(),
  startMs: z.number().int(),
  endMs: z.number().int(),
})

export type TranscriptSegment = z.infer<typeof transcriptSegmentSchema>

export const gateResultSchema = z.object({
  name: z.string(),
  pass: z.boolean(),
  reason: z.string(),
  until: instantSchema.nullable(),
})

/** One entry of an attempt's history: what was said of it, by whom, and whether it changed anything. */
export const attemptNewsSchema = z.object({
  at: instantSchema,
  source: z.enum(['we', 'callback', 'look_up', 'timeout']),
  event: z.string(),
  applied: z.boolean(),
})
export type AttemptNews = z.infer<typeof attemptNewsSchema>

export const callAttemptSchema = z.object({
  id: uuidSchema,
  number: z.number().int(),
  provider: z.string(),
  providerCallId: z.string().nullable(),
  status: z.enum(callStatuses),
  outcome: z.enum(callOutcomes).nullable(),
  requestedAt: instantSchema,
  acceptedAt: instantSchema.nullable(),
  ringingAt: instantSchema.nullable(),
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  scheduleConfigVersion: z.number().int(),
  /** Of the campaign's own schedule; null where the organization's alone decided. */
  campaignConfigVersion: z.number().int().nullable(),
  gates: z.array(gateResultSchema),
  history: z.array(attemptNewsSchema),
  errorMessage: z.string().nullable(),
})
export type CallAttempt = z.infer<typeof callAttemptSchema>

export const callDetailSchema = callSchema.extend({
  /** Where the customer may be: what the visit says, else what the number tells; all of them count. */
  customerZones: z.array(z.string()),
  transcript: z
    .object({
      language: z.string(),
      segments: z.array(transcriptSegmentSchema),
      /** Which words each finding rests on; null where nobody looked for them. */
      evidence: z.array(evidenceSchema).nullable(),
      /** Who read the conversation; null where that is not known. */
      analysis: analysisNoteSchema.nullable(),
    })
    .nullable(),
  audioDurationMs: z.number().int().nullable(),
  attempts: z.array(callAttemptSchema),
})
export type CallDetail = z.infer<typeof callDetailSchema>

/** How many calls each tab holds, without any filter. */
export const tabCountsSchema = z.object({
  ready: z.number().int(),
  missed: z.number().int(),
  completed: z.number().int(),
})
export type TabCounts = z.infer<typeof tabCountsSchema>

export const callTabSchema = z.enum(callTabs)
