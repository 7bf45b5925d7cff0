import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { keyScopeSchema } from './rights.schema.ts'
import { keyScopes } from './rights.ts'

/** A program's key as lists show it; nobody can read the key itself again. */
export const apiKeySchema = z.object({
  id: uuidSchema,
  name: z.string(),
  /** The first characters, to tell keys apart. */
  start: z.string(),
  scopes: z.array(keyScopeSchema),
  createdAt: instantSchema,
  /** Null as long as nobody used it. */
  lastUsedAt: instantSchema.nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>

export const apiKeyCreateSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: 'Write a name, like the program that will use the key.' })
    .max(100, { error: 'Write a name of at most 100 characters.' }),
  scopes: z
    .array(keyScopeSchema)
    .min(1, { error: 'Choose at least one thing that the key may do.' })
    .max(20)
    .transform((chosen) => keyScopes.filter((scope) => chosen.includes(scope))),
})
export type ApiKeyCreate = z.output<typeof apiKeyCreateSchema>

/** The only answer that ever holds the key. */
export const apiKeyCreatedSchema = z.object({ apiKey: apiKeySchema, key: z.string() })
export type ApiKeyCreated = z.infer<typeof apiKeyCreatedSchema>

export const apiKeyIdSchema = z.strictObject({ id: uuidSchema })
