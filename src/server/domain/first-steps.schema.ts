import { z } from 'zod'

/** What a new organization has done of what it begins with. */
export const firstStepsSchema = z.object({
  /** A schedule of its own was saved. */
  hasHours: z.boolean(),
  /** Visits that are neither sample nor demo. */
  hasVisits: z.boolean(),
  /** Somebody else is a member, or invited. */
  hasColleagues: z.boolean(),
  hasDemoCall: z.boolean(),
})
export type FirstSteps = z.infer<typeof firstStepsSchema>
