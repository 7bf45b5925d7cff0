import { z } from 'zod'
import { actorKinds } from './actor.ts'
import { auditActions } from './audit.ts'
import { givenInstantSchema, instantSchema, uuidSchema } from './call.schema.ts'

const actorKindSchema = z.enum(actorKinds)
const fieldsSchema = z.record(z.string(), z.unknown()).nullable()

/** One thing that a person, a program or Ringback itself did. */
export const auditEntrySchema = z.object({
  id: uuidSchema,
  createdAt: instantSchema,
  actorKind: actorKindSchema,
  /** Null for Ringback itself. */
  actorId: z.string().nullable(),
  /** As it was called at that time. */
  actorName: z.string(),
  /** One of `auditActions`, or what an older version called it. */
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  /** The fields that changed, as they were and as they became; null where there were none. */
  before: fieldsSchema,
  after: fieldsSchema,
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** What narrows the log; absent fields do not narrow. `to` is the first instant that is left out. */
export const auditFilterSchema = z.strictObject({
  actorKind: actorKindSchema.optional(),
  actorId: uuidSchema.optional(),
  action: z.enum(auditActions).optional(),
  subjectType: z.string().min(1).max(50).optional(),
  subjectId: z.string().min(1).max(100).optional(),
  from: givenInstantSchema.optional(),
  to: givenInstantSchema.optional(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

export const auditListInputSchema = z.strictObject({
  ...auditFilterSchema.shape,
  limit: z.number().int().min(1).max(200).default(50),
  /** The page after this mark, as `nextCursor` gave it. */
  cursor: z.string().max(500).nullish(),
})

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
})
export type AuditPage = z.infer<typeof auditPageSchema>
