import { z } from 'zod'

export const customerEraseSchema = z.strictObject({
  /** As people write it; one without a country is taken to be of the organization's. */
  phoneNumber: z
    .string()
    .trim()
    .min(1, { error: 'Write the phone number of the customer.' })
    .max(40, { error: 'This is longer than a phone number.' }),
})

/** How much of a customer there was, and is no more. */
export const erasedSchema = z.object({
  serviceRecords: z.number().int(),
  calls: z.number().int(),
  transcripts: z.number().int(),
  /** Files that belong to the calls; those that come with the product stay. */
  recordings: z.number().int(),
  /** Entries of the audit log of which only who, what and when is left. */
  auditEntries: z.number().int(),
})
export type Erased = z.infer<typeof erasedSchema>
