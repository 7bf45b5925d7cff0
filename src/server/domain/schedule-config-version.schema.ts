import { z } from 'zod'
import { instantSchema } from './call.schema.ts'
import { scheduleConfigSchema } from './schedule-config.schema.ts'

/** A schedule as it was saved; version 0 is the usual schedule that nobody has saved yet. */
export const savedScheduleConfigSchema = z.object({
  config: scheduleConfigSchema,
  version: z.number().int(),
  savedAt: instantSchema,
})
export type SavedScheduleConfig = z.infer<typeof savedScheduleConfigSchema>

export const scheduleConfigUpdateSchema = z.strictObject({
  config: scheduleConfigSchema,
  expectedVersion: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'The version that was read: 409 where a newer one was saved since. Absent: any is replaced.',
    ),
})
