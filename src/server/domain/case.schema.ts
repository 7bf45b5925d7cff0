import { z } from 'zod'
import { callSchema, givenInstantSchema, instantSchema, uuidSchema } from './call.schema.ts'
import { nobody } from './call-filter-choices.ts'

/** What people owe a customer who gave a low score. */
export const caseSchema = z.object({
  id: uuidSchema,
  callId: uuidSchema,
  status: z.enum(['open', 'closed']),
  openedAt: instantSchema,
  dueAt: instantSchema,
  /** Still open after `dueAt`. */
  isOverdue: z.boolean(),
  /** The member who sees to it; null until somebody does. */
  ownerId: uuidSchema.nullable(),
  ownerName: z.string().nullable(),
  closedAt: instantSchema.nullable(),
  /** What was done; null while it is open. */
  resolution: z.string().nullable(),
  closedByName: z.string().nullable(),
  ...callSchema.pick({
    customerName: true,
    phoneNumber: true,
    externalId: true,
    serviceType: true,
    serviceAdvisorName: true,
    npsScore: true,
    feedbackSummary: true,
    areasToImprove: true,
  }).shape,
})
export type Case = z.infer<typeof caseSchema>

export const caseStatusSchema = z.enum(['open', 'closed'])

/** Fields that are not known here pass: the page's list sends which way it turns its pages. */
export const caseListInputSchema = z.object({
  status: caseStatusSchema
    .default('open')
    .describe('Open ones come by due date, closed ones by date.'),
  ownerId: uuidSchema
    .or(z.literal(nobody))
    .optional()
    .describe('Of one member alone; `none`: of nobody yet.'),
  isOverdue: z.boolean().optional().describe('Only those still open after they were due, or none.'),
  closedWithinDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe('Closed within as many days until now.'),
  callId: uuidSchema.optional().describe('Of one call, whether open or closed.'),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
})

export const casePageSchema = z.object({
  cases: z.array(caseSchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
})
export type CasePage = z.infer<typeof casePageSchema>

/** How many days back the time to close is counted. */
export const closedWithinDays = 90

export const caseSummarySchema = z.object({
  open: z.number().int(),
  overdue: z.number().int(),
  /** Open ones of whoever asks. */
  mine: z.number().int(),
  unassigned: z.number().int(),
  /** Closed within the last 90 days. */
  closed: z.number().int(),
  /** From opening to closing, over those; null where there are none. */
  medianCloseMs: z.number().nullable(),
  /** The open ones that came last, the newest first. */
  newest: z.array(caseSchema),
})
export type CaseSummary = z.infer<typeof caseSummarySchema>

export const caseAssignSchema = z.strictObject({
  id: uuidSchema,
  ownerId: uuidSchema.nullable().describe('A member who works with calls; null for nobody.'),
  expectedOwnerId: uuidSchema
    .nullable()
    .optional()
    .describe('Refused with 409 where it is somebody else’s by now; absent: whoever has it.'),
})

export const caseDueSchema = z.strictObject({
  id: uuidSchema,
  dueAt: givenInstantSchema.describe('Until when it is to be closed: from now on, within a year.'),
})

export const caseCloseSchema = z.strictObject({
  id: uuidSchema,
  resolution: z
    .string()
    .trim()
    .min(3, 'Say what was done for the customer.')
    .max(2000, 'Say it in at most 2000 characters.'),
})

const scoreMessage = 'Choose a whole score from 0 to 10, or null.'

/** When a case is opened. */
export const caseRuleSchema = z.strictObject({
  lowScore: z
    .number({ error: scoreMessage })
    .int(scoreMessage)
    .min(0, scoreMessage)
    .max(10, scoreMessage)
    .nullable()
    .describe('Scores up to this one open a case as they come in; null: none does.'),
})
export type CaseRule = z.infer<typeof caseRuleSchema>

/** Who answers for an advisor's visits. */
export const caseAdvisorSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  userId: uuidSchema.nullable(),
})
export const caseAdvisorLinkSchema = z.strictObject({
  id: uuidSchema,
  userId: uuidSchema.nullable().describe('A member who works with calls; null for nobody.'),
})
