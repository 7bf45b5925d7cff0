import { z } from 'zod'
import { personNameSchema } from './account.schema.ts'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { roleSchema } from './rights.schema.ts'
import { rights } from './rights.ts'
import { timeZoneSchema } from './time-zone.schema.ts'

/** Where and as whom the caller works, and who dials. */
export const currentOrganizationSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  slug: z.string(),
  timeZone: z.string(),
  isDemo: z.boolean(),
  provider: z.object({
    name: z.string(),
    isSimulated: z.boolean(),
    /** How many times faster than life the simulator runs; null for real providers. */
    speed: z.number().nullable(),
  }),
  /** Null for a program with a key. */
  user: z.object({ id: uuidSchema, name: z.string(), role: roleSchema }).nullable(),
  /** What the caller may do here. */
  rights: z.array(z.enum(rights)),
  now: instantSchema,
})
/** Days after which a visit and its call are erased. */
const retentionDaysSchema = z
  .number()
  .int({ error: 'Write a whole number of days.' })
  .min(30, { error: 'Keep customers for at least 30 days.' })
  .max(3650, { error: 'Keep customers for at most 3650 days, or for ever.' })

export const organizationChangeSchema = z.strictObject({
  name: personNameSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  /** Null keeps customers for ever. */
  retentionDays: retentionDaysSchema.nullable().optional(),
})
export type OrganizationChange = z.infer<typeof organizationChangeSchema>

export const organizationSettingsSchema = z.object({
  name: z.string(),
  slug: z.string(),
  timeZone: z.string(),
  retentionDays: z.number().int().nullable(),
})

export type CurrentOrganization = z.infer<typeof currentOrganizationSchema>
