import { z } from 'zod'
import { instantSchema } from './call.schema.ts'

/** Whether calling has stopped by itself, since when and why; null while it has not. */
export const pauseStateSchema = z.object({
  autoPause: z
    .object({
      since: instantSchema,
      /** In words: how many of the last calls failed, and within how long. */
      reason: z.string(),
      failedCount: z.number().int(),
      attemptCount: z.number().int(),
    })
    .nullable(),
})
export type PauseState = z.infer<typeof pauseStateSchema>
