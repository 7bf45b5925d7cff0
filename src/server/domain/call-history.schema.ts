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

/** What a person changed about a call. */
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

/** What lies around a call: its customer's other visits, and who changed it; the newest first. */
export const callHistorySchema = z.object({
  visits: z.array(customerVisitSchema),
  /** True where there are more visits than are told. */
  hasMoreVisits: z.boolean(),
  edits: z.array(callEditSchema),
  hasMoreEdits: z.boolean(),
  /** What corrected feedback said before. */
  originals: z.array(feedbackOriginalSchema),
})
export type CallHistory = z.infer<typeof callHistorySchema>
