import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { callScriptSchema } from './call-script.schema.ts'

/** Whose script: a campaign's, or the organization's own where it is null. */
export const callScriptOwnerSchema = z.strictObject({ campaignId: uuidSchema.nullable() })
export type CallScriptOwner = z.infer<typeof callScriptOwnerSchema>

/** The script that calls of this owner speak from, and where it comes from. */
export const savedCallScriptSchema = z.object({
  script: callScriptSchema,
  /** `built_in` while nobody has written one. */
  source: z.enum(['campaign', 'organization', 'built_in']),
  /** Of the owner's own scripts, also where the newest gave it back; 0 while there is none. */
  version: z.int(),
  /** Null for the built-in one. */
  savedAt: instantSchema.nullable(),
})
export type SavedCallScript = z.infer<typeof savedCallScriptSchema>

/** `script: null` goes back to what lies beneath; a version newer than expected refuses the change. */
export const callScriptSaveSchema = callScriptOwnerSchema.extend({
  script: callScriptSchema.nullable(),
  expectedVersion: z.int().min(0).optional(),
})
