import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'

export const roles = ['owner', 'manager', 'agent', 'presenter', 'viewer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

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
  user: z.object({ id: uuidSchema, name: z.string(), role: roleSchema }),
  now: instantSchema,
})
export type CurrentOrganization = z.infer<typeof currentOrganizationSchema>
