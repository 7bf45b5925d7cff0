import { z } from 'zod'
import { savedScheduleConfigSchema } from './schedule-config-version.schema.ts'

const scheduleChangeSchema = z.object({ part: z.string(), before: z.string(), after: z.string() })

/** A saved version, who saved it, and how it differs from the one before, in words. */
export const scheduleVersionSchema = savedScheduleConfigSchema.extend({
  /** Null where nobody is on record. */
  savedBy: z.string().nullable(),
  changes: z.array(scheduleChangeSchema),
})
export type ScheduleVersion = z.infer<typeof scheduleVersionSchema>

export const scheduleHistoryInputSchema = z.strictObject({
  /** Only versions older than this one. */
  beforeVersion: z.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.number().int().min(1).max(100).default(20),
})

/** `expectedVersion` is the newest version that the person has seen. */
export const scheduleRestoreSchema = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
  expectedVersion: z.number().int().min(0).optional(),
})
