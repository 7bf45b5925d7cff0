import { z } from 'zod'

/** What the address of the cases holds; whatever is wrong in it is left out. */
export const casesAddressSchema = z.object({
  /** Absent: every open one. */
  show: z.enum(['mine', 'closed']).optional().catch(undefined),
})
export type CasesShown = 'open' | 'mine' | 'closed'
