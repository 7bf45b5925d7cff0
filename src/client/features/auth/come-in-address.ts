import { z } from 'zod'

/** What the address of a door says. */
export const comeInAddressSchema = z.object({
  /** Where one wanted to go: an address within this page, never another site's. */
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
  /** The session ended although nobody signed out here. */
  ended: z.literal(true).optional().catch(undefined),
})
