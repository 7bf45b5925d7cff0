import { z } from 'zod'
import type { AppRouter } from '../../../src/server/trpc/router.ts'
import { appRouter } from '../../../src/server/trpc/router.ts'

export type Caller = ReturnType<AppRouter['createCaller']>

/** One procedure of the router, as tests that walk through all of them see it. */
export type Procedure = {
  /** Like `calls.byId`. */
  name: string
  type: 'query' | 'mutation' | 'subscription'
  right: string | null
  isOpen: boolean
  inputSchema: z.ZodType | null
}

const definitionSchema = z.object({
  type: z.enum(['query', 'mutation', 'subscription']),
  meta: z.object({ right: z.string().optional(), isOpen: z.boolean().optional() }).optional(),
  inputs: z.array(z.custom<z.ZodType>((value) => value instanceof z.ZodType)).default([]),
})

/** Every procedure there is; whoever adds one finds it in all these tests. */
export const procedures: Procedure[] = Object.entries(appRouter._def.procedures).map(
  ([name, procedure]) => {
    const { type, meta, inputs } = definitionSchema.parse(Reflect.get(procedure, '_def'))
    return {
      name,
      type,
      right: meta?.right ?? null,
      isOpen: meta?.isOpen ?? false,
      inputSchema: inputs[0] ?? null,
    }
  },
)

/** How a call of a procedure ended. */
export type Ending = { code: string; message: string; issues: unknown; answer: unknown }

/** Calls a procedure by its name; a refusal is an answer too. */
export async function callProcedure(caller: Caller, name: string, input: unknown): Promise<Ending> {
  const procedure = name
    .split('.')
    .reduce<unknown>((at, key) => (at === undefined ? at : Reflect.get(Object(at), key)), caller)
  if (typeof procedure !== 'function') throw new Error(`${name} cannot be called`)
  try {
    const answer: unknown = await procedure(input)
    return { code: 'OK', message: '', issues: [], answer: isStream(answer) ? null : answer }
  } catch (error) {
    const { code, message, cause } = z
      .object({ code: z.string(), message: z.string(), cause: z.unknown() })
      .parse(error)
    const issues: unknown = cause instanceof Error ? Reflect.get(cause, 'issues') : undefined
    return { code, message, issues: issues ?? [], answer: null }
  }
}

const isStream = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** A place in an input: the names that lead to it. */
export type InputPath = readonly string[]

/** Where an input carries the id of something, found in its schema. */
export function idPathsOf({ inputSchema }: Procedure): InputPath[] {
  if (inputSchema === null) return []
  return findIds(jsonSchemaOf(inputSchema), [])
}

export type JsonSchema = {
  type?: string
  format?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema

/** Named like ids, but made by the workshop or by the feed. */
const notIds = new Set(['externalId', 'lastEventId'])

function findIds(schema: JsonSchema, at: InputPath): InputPath[] {
  const name = at.at(-1) ?? ''
  const isNamedLikeOne = /(^id|Id)$/.test(name) && !notIds.has(name)
  if (schema.format === 'uuid' || (schema.type === 'string' && isNamedLikeOne)) return [at]
  return [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) => findIds(each, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      findIds(each, [...at, name]),
    ),
    ...(schema.items ? findIds(schema.items, [...at, '0']) : []),
  ]
}

/** A copy of the input with another value at the place. */
export function withValueAt(input: unknown, [name, ...rest]: InputPath, value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(input)) {
    return input.map((each, at) => (String(at) === name ? withValueAt(each, rest, value) : each))
  }
  const fields: Record<string, unknown> = typeof input === 'object' ? { ...input } : {}
  return { ...fields, [name]: withValueAt(fields[name], rest, value) }
}
