import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { rights, roleSchema } from './rights.ts'

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
export type CurrentOrganization = z.infer<typeof currentOrganizationSchema>
