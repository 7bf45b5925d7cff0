import { z } from 'zod'
import { auditEntrySchema } from './audit.schema.ts'
import { callSchema, instantSchema, uuidSchema, vehicleInfoSchema } from './call.schema.ts'
import { feedbackOriginalSchema } from './feedback-originals.ts'

/** Another visit of a call's customer, with the call about it if there is one. */
const customerVisitSchema = z.object({
  serviceRecordId: uuidSchema,
  externalId: z.string(),
  serviceType: z.string(),
  vehicleInfo: vehicleInfoSchema,
  completedAt: instantSchema.nullable(),
  call: callSchema
    .pick({ id: true, status: true, outcome: true, npsScore: true, feedbackSummary: true })
    .nullable(),
})
export type CustomerVisit = z.infer<typeof customerVisitSchema>

/** What a person, a program or an import changed about a call. */
const callEditSchema = auditEntrySchema.pick({
  id: true,
  createdAt: true,
  actorKind: true,
  actorName: true,
  action: true,
  before: true,
  after: true,
})
export type CallEdit = z.infer<typeof callEditSchema>

/** Who brought a call in: a deed of theirs, of which the call came about. */
const callOriginSchema = callEditSchema
  .pick({ id: true, createdAt: true, actorKind: true, actorName: true, action: true })
  .extend({
    /** Of an import. */
    fileName: z.string().nullable(),
    /** Of the campaign that the visit was put into, as it is called now. */
    campaignName: z.string().nullable(),
  })
export type CallOrigin = z.infer<typeof callOriginSchema>

/** Fields that are not known here pass: the page sends which way it turns its pages. */
export const callHistoryInputSchema = z.object({
  id: uuidSchema,
  /** The changes after this mark, as `nextCursor` gave it. */
  cursor: z.string().max(500).nullish(),
})

/**
 * What lies around a call: its customer's other visits, who brought it in, and a page of who changed
 * it since; the newest first.
 */
export const callHistorySchema = z.object({
  visits: z.array(customerVisitSchema),
  /** True where there are more visits than are told. */
  hasMoreVisits: z.boolean(),
  /** Null where nobody did, or where it is not kept. */
  origin: callOriginSchema.nullable(),
  edits: z.array(callEditSchema),
  /** Null on the page with the oldest ones. */
  nextCursor: z.string().nullable(),
  /** What corrected feedback said before. */
  originals: z.array(feedbackOriginalSchema),
})
export type CallHistory = z.infer<typeof callHistorySchema>
