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

/** `expectedVersion` is the version that the editor started from; a newer one refuses the change. */
export const scheduleConfigUpdateSchema = z.strictObject({
  config: scheduleConfigSchema,
  expectedVersion: z.number().int().min(0).optional(),
})
