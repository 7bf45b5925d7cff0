import { z } from 'zod'

const count = z.number().int()

/** What of an organization's data came with the product. */
export const sampleStateSchema = z.object({
  visits: count,
  calls: count,
  hasOwnVisits: z.boolean(),
  /** Whether it may be put in: there are no visits yet, and somebody plays the customers. */
  canLoad: z.boolean(),
})

export const sampleLoadedSchema = z.object({ visits: count, calls: count })
export const sampleRemovedSchema = z.object({ visits: count, calls: count })
